package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.UniqueConstraint;

@Entity
@Migratable
@SecondaryTable(
        name = "details",
        schema = "more",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "person_nr", referencedColumnName = "id"),
        foreignKey = @ForeignKey(name = "fk_details"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"a", "b"}),
        indexes = @Index(columnList = "b, a"),
        check = @CheckConstraint(constraint = "a > 0"),
        comment = "more of a person")
class Person {
    @Id
    Long id;
    @Column(table = "details")
    int a;
    @Column(table = "details")
    String b;
}
