// refused: MAP03; Person; @Check; @SecondaryTable
package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.Check;

@Entity
@Migratable
@Check(constraints = "age > 0")
@SecondaryTable(name = "details")
class Person {
    @Id
    Long id;
    @Column(table = "details")
    int age;
}
