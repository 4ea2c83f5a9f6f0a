package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
class Place {
    double longitude;
    double latitude;
}

@Embeddable
@Struct(name = "address")
class Address {
    String street;
    Place place;
    String city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
