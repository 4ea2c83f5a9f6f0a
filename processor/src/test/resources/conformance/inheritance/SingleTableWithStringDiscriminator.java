package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
@DiscriminatorColumn(name = "kind", length = 12)
@DiscriminatorValue("any")
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@DiscriminatorValue("it's a car")
class Car extends Vehicle {
    Integer doors;
}
