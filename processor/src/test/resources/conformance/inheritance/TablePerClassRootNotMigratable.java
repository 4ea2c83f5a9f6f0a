package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle {
    @Id
    Long id;
    @Column(nullable = false)
    String plate;
}

@Entity
@Migratable
class Car extends Vehicle {
    int doors;
}
