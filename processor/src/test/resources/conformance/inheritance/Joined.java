package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @GeneratedValue
    Long id;
    String name;
}

@Entity
@Migratable
class Car extends Vehicle {
    int doors;
}
