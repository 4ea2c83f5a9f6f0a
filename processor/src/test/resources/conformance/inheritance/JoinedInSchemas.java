package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Migratable
@Table(schema = "base")
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
@Migratable
@Table(schema = "more")
class Car extends Vehicle {
    @ElementCollection
    List<String> extras;
}
