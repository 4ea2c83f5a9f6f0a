package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

@Embeddable
class VehicleId {
    int number;
    String country;
}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @EmbeddedId
    VehicleId id;
}

@Entity
@Migratable
class Car extends Vehicle {
    @ManyToOne
    Car tows;
}
