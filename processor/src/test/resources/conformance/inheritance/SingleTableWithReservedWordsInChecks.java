package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
@DiscriminatorColumn(name = "`user`")
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
class Car extends Vehicle {
    @Column(name = "`order`")
    int doors;
}
