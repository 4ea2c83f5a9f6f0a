package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;

@Entity
@Migratable
@SecondaryTable(name = "details")
class Person {
    @Id
    Long id;
}
