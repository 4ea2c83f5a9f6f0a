package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@Table(
        name = "cars",
        uniqueConstraints = @UniqueConstraint(columnNames = {"plate", "country"}),
        indexes = @Index(columnList = "doors"),
        check = @CheckConstraint(constraint = "doors > 0"),
        comment = "all cars")
@Check(constraints = "plate <> ''")
class Car extends Vehicle {
    String plate;
    String country;
    int doors;
}
