package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Car extends Vehicle {
    int doors;
}
