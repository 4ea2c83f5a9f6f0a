// refused: MAP03; Person; @SecondaryTable; TABLE_PER_CLASS
package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@SecondaryTable(name = "details")
class Person {
    @Id
    Long id;
}
