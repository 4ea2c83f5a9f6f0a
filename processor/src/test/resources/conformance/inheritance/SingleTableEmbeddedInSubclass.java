package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
class Engine {
    int power;
    @Column(nullable = false)
    String fuel;
    @Basic(optional = false)
    String maker;
}

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
class Car extends Vehicle {
    @Embedded
    Engine engine;
}
