package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorValue;
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
@DiscriminatorValue("not null")
class Other extends Vehicle {
    int doors;
}
