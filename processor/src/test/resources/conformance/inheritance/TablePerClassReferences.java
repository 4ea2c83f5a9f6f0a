package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Migratable
class Owner {
    @Id
    Long id;
    @ManyToOne
    Vehicle vehicle;
    @ManyToOne
    Car car;
    @ManyToOne
    Taxi taxi;
    @ManyToMany
    Set<Vehicle> vehicles;
    @OneToMany
    List<Taxi> taxis;
}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Vehicle {
    @Id
    Long id;
    @ManyToOne
    Owner owner;
    @OneToOne
    Owner driver;
    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Owner renter;
    @ManyToOne
    Vehicle tows;
}

@Entity
@Migratable
class Car extends Vehicle {
    @ManyToOne
    Taxi like;
}

@Entity
@Migratable
class Taxi extends Car {}
