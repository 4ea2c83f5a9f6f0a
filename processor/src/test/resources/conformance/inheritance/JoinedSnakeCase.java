// option: migratable.naming=snake_case
package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class BaseVehicle {
    @Id
    Long vehicleNumber;
}

@Entity
@Migratable
class FastCar extends BaseVehicle {
    @ManyToOne
    FastCar bestFriend;
}
