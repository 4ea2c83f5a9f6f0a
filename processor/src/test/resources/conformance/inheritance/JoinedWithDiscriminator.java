package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", length = 5)
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@DiscriminatorValue("c")
class Car extends Vehicle {
    int doors;
}

@Entity
@Migratable
class Bike extends Vehicle {}
