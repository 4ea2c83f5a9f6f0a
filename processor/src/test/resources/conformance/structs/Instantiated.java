package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Instantiator;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    private final String street;
    private final String city;

    @Instantiator({"street", "city"})
    Address(String street, String city) {
        this.street = street;
        this.city = city;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
