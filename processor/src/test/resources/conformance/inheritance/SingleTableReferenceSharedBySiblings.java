package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
@Migratable
class Owner {
    @Id
    Long id;
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
    @ManyToOne
    @JoinColumn(name = "owner_id")
    Owner owner;
}

@Entity
@Migratable
class Boat extends Vehicle {
    @ManyToOne
    @JoinColumn(name = "owner_id")
    Owner captain;
}
