package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "phone")
class Phone {
    String kind;
    String digits;
}

@Embeddable
@Struct(name = "contact")
class Contact {
    String name;
    List<Phone> phones;
    String[] nicknames;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Contact contact;
}
