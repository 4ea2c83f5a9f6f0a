package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

enum Color {
    RED,
    BLUE
}

@Embeddable
class Engine {
    int power;
    @Column(nullable = false)
    String fuel;
}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle {
    @Id
    Long id;
    @Enumerated(EnumType.STRING)
    Color color;
    @Embedded
    Engine engine;
}

@Entity
@Migratable
class Car extends Vehicle {}
