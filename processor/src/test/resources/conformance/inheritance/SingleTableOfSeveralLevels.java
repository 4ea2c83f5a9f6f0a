package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
abstract class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
abstract class Motorized extends Vehicle {
    int power;
}

@Entity
@Migratable
class Car extends Motorized {
    int doors;
}

@Entity
@Migratable
class Taxi extends Car {
    @Basic(optional = false)
    String company;
}
