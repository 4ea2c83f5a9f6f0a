package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@PrimaryKeyJoinColumn(name = "vehicle_id", foreignKey = @ForeignKey(name = "fk_car_vehicle"))
class Car extends Vehicle {}

@Entity
@Migratable
@PrimaryKeyJoinColumn(name = "car_id", referencedColumnName = "vehicle_id")
class Taxi extends Car {
    String company;
}
