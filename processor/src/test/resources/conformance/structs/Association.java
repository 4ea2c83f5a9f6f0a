// refused: MAP03; Thing.address; association; SqlTypes.JSON
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Struct;

@Migratable
@Entity
class City {
    @Id
    long id;
}

@Embeddable
@Struct(name = "address")
class Address {
    String street;

    @ManyToOne
    City city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
