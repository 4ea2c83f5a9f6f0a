package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
}

@MappedSuperclass
abstract class Motorized extends Vehicle {
    Integer power;
}

@Entity
@Migratable
@AttributeOverride(name = "power", column = @Column(name = "car_power"))
class Car extends Motorized {}

@Entity
@Migratable
@AttributeOverride(name = "power", column = @Column(name = "ship_power"))
class Ship extends Motorized {}
