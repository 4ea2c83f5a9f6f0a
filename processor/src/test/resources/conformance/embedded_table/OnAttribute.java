package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Embeddable
class Part {
    @Column(length = 30)
    String name;

    int size;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
@SecondaryTable(
        name = "rest",
        uniqueConstraints = @UniqueConstraint(columnNames = {"name", "size"}),
        indexes = @Index(columnList = "size"))
class Thing {
    @Id Long id;

    String own;

    @Embedded
    @EmbeddedTable("more")
    Part part;

    @EmbeddedTable("REST")
    Part second;

    @EmbeddedTable("more")
    @AttributeOverride(name = "name", column = @Column(name = "n2", nullable = false))
    @AttributeOverride(name = "size", column = @Column(name = "s2", table = "more"))
    Part third;

    Part plain;

    @EmbeddedTable("Thing")
    @AttributeOverride(name = "name", column = @Column(name = "n3"))
    @AttributeOverride(name = "size", column = @Column(name = "s3"))
    Part primary;
}
