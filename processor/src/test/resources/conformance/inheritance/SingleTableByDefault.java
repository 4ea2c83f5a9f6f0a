package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
    String name;
}

@Entity
@Migratable
class Car extends Vehicle {
    Integer doors;
}

@Entity
@Migratable
class Bike extends Vehicle {
    String frame;
}
