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
class Car extends Vehicle {
    int doors;
}
