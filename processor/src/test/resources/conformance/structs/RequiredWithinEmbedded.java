package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
class Place {
    @Column(nullable = false)
    double longitude;
}

@Embeddable
@Struct(name = "address")
class Address {
    String street;
    Place place;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address home;
}
