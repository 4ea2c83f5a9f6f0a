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
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle {
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
@Table(name = "cars")
class Car extends Motorized {
    int doors;
}

@Entity
@Migratable
class Taxi extends Car {
    @Column(nullable = false)
    String company;
}
