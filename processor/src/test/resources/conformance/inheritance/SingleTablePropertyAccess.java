package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
class Vehicle {
    private Long id;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}

@Entity
@Migratable
class Car extends Vehicle {
    private int doors;

    public int getDoorCount() {
        return doors;
    }

    public void setDoorCount(int doors) {
        this.doors = doors;
    }
}
