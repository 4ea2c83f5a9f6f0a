package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import org.hibernate.annotations.SecondaryRow;

@Entity
@Migratable
@SecondaryTables({@SecondaryTable(name = "details"), @SecondaryTable(name = "notes")})
@SecondaryRow(table = "notes", optional = false)
class Person {
    @Id
    Long id;
    @Column(table = "details")
    String text;
    @Column(table = "notes", name = "text")
    String note;
}
