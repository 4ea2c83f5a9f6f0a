// refused: MAP08; Car; @DiscriminatorColumn; root
package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
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
@DiscriminatorColumn(name = "kind")
class Car extends Vehicle {}
