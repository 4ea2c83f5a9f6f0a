package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    Long id;
}

@MappedSuperclass
abstract class Motorized extends Vehicle {
    int power;
}

@Entity
@Migratable
class Car extends Motorized {
    @ManyToOne
    Vehicle tows;
}
