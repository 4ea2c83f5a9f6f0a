package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;

@Entity
@Migratable
@Check(constraints = "id > 0")
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@Check(name = "doors_few", constraints = "doors < 9")
class Car extends Vehicle {
    Integer doors;
}
