package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @Column(name = "nr")
    Integer id;
}

@Entity
@Migratable
abstract class Motorized extends Vehicle {
    int power;
}

@Entity
@Migratable
@Table(name = "cars")
class Car extends Motorized {
    int doors;
}
