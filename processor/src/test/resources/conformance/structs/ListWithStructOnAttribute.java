package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.Struct;

@Embeddable
class Address {
    String street;
    String city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Struct(name = "address")
    List<Address> addresses;
}
