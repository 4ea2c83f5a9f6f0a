// refused: MAP03; Thing.home; @Struct; required or checked
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "place")
class Place {
    double longitude;
}

@Embeddable
@Struct(name = "address")
class Address {
    @Column(nullable = false)
    String city;

    Place place;

    @Column(nullable = false)
    String street;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address home;
}
