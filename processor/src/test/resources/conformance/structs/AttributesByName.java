package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    String zip;
    String city;

    @Column(name = "a_street")
    String street;

    int Number;
    boolean abroad;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
