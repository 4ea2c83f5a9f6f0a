package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.DiscriminatorFormula;

@Entity
@Migratable
@DiscriminatorFormula(value = "wheels % 2", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("0")
class Vehicle {
    @Id
    Long id;
    Integer wheels;
}

@Entity
@Migratable
@DiscriminatorValue("1")
class Car extends Vehicle {
    @Basic(optional = false)
    Integer doors;
}
