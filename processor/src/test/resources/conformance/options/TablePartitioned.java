package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.*;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
@Table(
        options = "partition by range (day, \"time\")",
        indexes = @Index(columnList = "name"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"name", "day", "time"}))
class Event {
    @Id Long id;

    @PartitionKey LocalDate day;

    @PartitionKey int time;

    String name;
}

@Entity
@Migratable
@Table(options = "PARTITION BY HASH (id)")
class Thing {
    @Id Long id;

    @ElementCollection
    @CollectionTable(options = "partition by list (thing_id)")
    List<String> names;
}
