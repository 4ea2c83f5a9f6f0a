// refused: MAP09; Car.size; Give one of them another name
package conformance.inheritance;

import dev.migratable.annotations.Migratable;
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
    Long size;
}

@Entity
@Migratable
class Boat extends Vehicle {
    String size;
}
