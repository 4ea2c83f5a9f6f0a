package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
class Car extends Vehicle {
    @Column(name = "size")
    int length;
    String color;
}

@Entity
@Migratable
class Boat extends Vehicle {
    int size;
    String color;
}
