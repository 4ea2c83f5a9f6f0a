// refused: MAP04; Person.age; 'table'; detail; Did you mean 'details'
package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;

@Entity
@Migratable
@SecondaryTable(name = "details")
class Person {
    @Id
    Long id;
    @Column(table = "detail")
    int age;
}
