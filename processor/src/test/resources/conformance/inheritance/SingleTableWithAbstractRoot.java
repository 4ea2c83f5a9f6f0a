package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
@Migratable
abstract class Vehicle {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Migratable
class Car extends Vehicle {
    Integer doors;
}
