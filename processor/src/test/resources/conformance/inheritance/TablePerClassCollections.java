package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import java.util.List;
import java.util.Set;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Vehicle {
    @Id
    Long id;
    @ElementCollection
    List<String> extras;
    @ManyToMany
    Set<Car> similar;
}

@Entity
@Migratable
class Car extends Vehicle {
    @ElementCollection
    Set<Integer> gears;
}
