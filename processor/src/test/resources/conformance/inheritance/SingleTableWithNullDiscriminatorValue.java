package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
@DiscriminatorColumn(name = "kind")
@DiscriminatorValue("null")
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@DiscriminatorValue("car")
class Car extends Vehicle {
    int doors;
}
