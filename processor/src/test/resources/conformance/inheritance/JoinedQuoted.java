package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @Column(name = "`Nr`")
    Long id;
}

@Entity
@Migratable
@Table(name = "`Car`")
class Car extends Vehicle {
    @ManyToOne
    Car tows;
}
