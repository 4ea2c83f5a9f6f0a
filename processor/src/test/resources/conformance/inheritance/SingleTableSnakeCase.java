// option: migratable.naming=snake_case
package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
@DiscriminatorColumn(name = "vehicleKind")
class BaseVehicle {
    @Id
    Long id;
}

@Entity
@Migratable
class FastCar extends BaseVehicle {
    int topSpeed;
}
