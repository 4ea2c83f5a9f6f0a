package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Set;

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
}

@Entity(name = "Auto")
@Migratable
class Car extends Vehicle {
    @ElementCollection
    List<String> extras;
    @ManyToMany
    Set<Bike> carried;
}

@Entity
@Migratable
class Bike extends Vehicle {
    @ElementCollection
    Set<Integer> gears;
}

@Entity
@Migratable
class Garage {
    @Id
    Long id;
    @OneToMany
    List<Car> cars;
}
