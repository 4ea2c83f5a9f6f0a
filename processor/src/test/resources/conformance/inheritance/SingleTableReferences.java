package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

@Entity
@Migratable
class Vehicle {
    @Id
    @Column(name = "nr")
    Long id;
    @ManyToOne
    Car towedBy;
}

@Entity
@Migratable
class Car extends Vehicle {
    @ManyToOne
    Vehicle tows;
}

@Entity
@Migratable
class Garage {
    @Id
    Long id;
    @ManyToOne
    Car main;
    @OneToOne
    Vehicle other;
}
