package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

enum Color {
    RED,
    GREEN
}

@Embeddable
class Part {
    @Column(unique = true, nullable = false, comment = "what it is")
    String code;

    @Check(constraints = "level > 0")
    int level;

    @Enumerated Color color;

    @Enumerated(EnumType.STRING)
    Color other;

    @Lob String story;

    String[] words;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    java.time.OffsetDateTime at;

    @Column(table = "more")
    @ColumnDefault("1")
    Integer named;

    @CreationTimestamp java.time.Instant created;
}

@Embeddable
class Base {
    int base;
}

@Embeddable
class Derived extends Base {
    int derived;
}

@Embeddable
class Natural {
    @NaturalId String number;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
class Thing {
    @Id Long id;

    @EmbeddedTable("more")
    Part part;

    @EmbeddedTable("more")
    Base hierarchy;

    @EmbeddedTable("more")
    Natural natural;
}
