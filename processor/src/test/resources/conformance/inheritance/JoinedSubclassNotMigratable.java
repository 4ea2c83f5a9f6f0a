package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn
class Vehicle {
    @Id
    Long id;
}

@Entity
class Car extends Vehicle {
    int doors;
}
