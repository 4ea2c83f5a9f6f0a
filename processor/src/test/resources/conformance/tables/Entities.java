package conformance.tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Migratable
@Table(
        name = "Stock_Items",
        schema = "shop",
        comment = "what is in stock",
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"a", "b"}),
            @UniqueConstraint(name = "named_unique", columnNames = {"b", "parent_id"})
        },
        indexes = {
            @Index(columnList = "a, b desc"),
            @Index(name = "named_index", columnList = "b ASC, camelCase"),
            @Index(name = "unique_index", columnList = "renamed_c, a", unique = true),
            @Index(columnList = "b", unique = true),
            @Index(columnList = "camelCase DESC")
        },
        check = {
            @CheckConstraint(constraint = "a <> 'x'"),
            @CheckConstraint(name = "named_table_check", constraint = "a <> b")
        })
class Item {
    @Id
    Long id;

    String a;
    String b;

    @Column(name = "renamed_c")
    String c;

    String camelCase;

    @ManyToOne
    Item parent;
}

@Entity(name = "Entity_Name")
@Migratable
class ByEntityName {
    @Id
    Long id;
}

@Entity
@Migratable
class TableWithANameThatIsLongerThanTheSixtyThreeBytesPostgresHasForNames {
    @Id
    Long id;

    @Column(unique = true)
    String attributeWithANameThatIsLongerThanTheSixtyThreeBytesPostgresHasForNames;
}
