package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address", attributes = {"street", "number", "zip_code", "city"})
class Address {
    String city;
    int number;
    String street;

    @Column(name = "zip_code")
    String zip;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
