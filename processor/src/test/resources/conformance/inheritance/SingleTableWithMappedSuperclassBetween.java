package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
}

@MappedSuperclass
abstract class Motorized extends Vehicle {
    int power;
    @Basic(optional = false)
    String maker;
}

@Entity
@Migratable
class Car extends Motorized {
    int doors;
}
