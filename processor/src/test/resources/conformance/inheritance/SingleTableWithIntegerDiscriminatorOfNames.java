package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
class Vehicle {
    @Id
    Long id;
}

@Entity(name = "Auto")
@Migratable
class Car extends Vehicle {
    int doors;
}
