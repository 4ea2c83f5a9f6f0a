package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@Migratable
@DiscriminatorColumn(name = "kind", options = "collate \"C\"")
class Vehicle {
    @Id
    Long id;
}
