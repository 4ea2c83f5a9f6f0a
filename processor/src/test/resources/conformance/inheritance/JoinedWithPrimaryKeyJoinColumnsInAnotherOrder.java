package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;

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
@PrimaryKeyJoinColumns({
    @PrimaryKeyJoinColumn(name = "z_country", referencedColumnName = "country"),
    @PrimaryKeyJoinColumn(name = "a_number", referencedColumnName = "number")
})
class Car extends Vehicle {}
