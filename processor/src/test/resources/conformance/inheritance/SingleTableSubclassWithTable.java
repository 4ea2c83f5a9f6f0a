// refused: MAP08; Car; @Table; root
package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@Table(name = "cars")
class Car extends Vehicle {}
