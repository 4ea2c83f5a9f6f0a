package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

class VehicleId implements java.io.Serializable {
    int number;
    String country;
}

@Entity
@Migratable
@IdClass(VehicleId.class)
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    int number;
    @Id
    String country;
}

@Entity
@Migratable
class Car extends Vehicle {
    Integer doors;
}
