package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.DiscriminatorFormula;

@Entity
@Migratable
@DiscriminatorFormula("case when wheels > 2 then 'Car' else 'Vehicle' end")
class Vehicle {
    @Id
    Long id;
    Integer wheels;
}

@Entity
@Migratable
class Car extends Vehicle {
    int doors;
}
