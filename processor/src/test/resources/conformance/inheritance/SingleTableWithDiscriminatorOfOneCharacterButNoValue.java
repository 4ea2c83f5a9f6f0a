// refused: MAP08; Car; @DiscriminatorValue
package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("V")
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
class Car extends Vehicle {}
