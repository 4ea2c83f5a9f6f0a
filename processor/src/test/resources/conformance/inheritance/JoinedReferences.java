package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.util.List;
import java.util.Set;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    Long id;
    @ManyToOne
    Car towedBy;
}

@Entity
@Migratable
@PrimaryKeyJoinColumn(name = "vehicle_nr")
class Car extends Vehicle {
    @ElementCollection
    List<String> extras;
    @ManyToMany
    Set<Car> similar;
}

@Entity
@Migratable
class Garage {
    @Id
    Long id;
    @OneToOne
    Car main;
    @OneToMany
    List<Vehicle> vehicles;
}
