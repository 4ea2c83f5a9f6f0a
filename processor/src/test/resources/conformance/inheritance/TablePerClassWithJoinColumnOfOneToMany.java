package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Migratable
class Harbour {

    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "harbour_id", nullable = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<Ship> ships;

    @OneToMany
    @JoinColumn(name = "repair_harbour_id")
    @OrderColumn(name = "repair_index")
    List<Ship> inRepair;

    @OneToMany
    @JoinColumn(name = "tug_harbour_id", unique = true)
    Set<Tug> tugs;

    @OneToMany
    @JoinColumn(name = "vehicle_harbour_id")
    Set<Vehicle> vehicles;
}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Vehicle {

    @Id
    Long id;
}

@Entity
@Migratable
class Ship extends Vehicle {

    String name;
}

@Entity
@Migratable
class Tug extends Ship {

    int power;
}
