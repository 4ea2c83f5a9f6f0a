package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;

@Entity
@Migratable
@SecondaryTable(name = "details", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class Person {
    @Id
    Long id;
    @Column(table = "details")
    int age;
}
