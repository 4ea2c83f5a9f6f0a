package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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

    @Embedded
    @Struct(name = "Postal_Address")
    Address address;
}
