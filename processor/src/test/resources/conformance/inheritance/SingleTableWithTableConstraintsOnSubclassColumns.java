package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Migratable
@Table(
        name = "vehicles",
        uniqueConstraints = @UniqueConstraint(columnNames = {"plate", "country"}),
        indexes = @Index(columnList = "doors"))
class Vehicle {
    @Id
    Long id;
    String country;
}

@Entity
@Migratable
class Car extends Vehicle {
    Integer doors;
    String plate;
}
