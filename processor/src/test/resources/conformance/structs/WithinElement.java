// refused: MAP03; @Struct; @ElementCollection
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    String street;
    String city;
    int number;
}

@Embeddable
class Contact {
    String phone;
    Address address;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ElementCollection
    List<Contact> contacts;
}
