package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

enum Color {
    RED,
    BLUE
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
    @Enumerated(EnumType.STRING)
    Color color;
}
