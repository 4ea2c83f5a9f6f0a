package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(
        indexes = {
            @Index(columnList = "name", options = "include (size, \"at\") where size > 0 and name <> 'a'"),
            @Index(columnList = "size desc", options = "where (name is not null)"),
            @Index(columnList = "at", options = "INCLUDE (name)"),
            @Index(columnList = "name, size", unique = true, options = "include (at) deferrable initially deferred")
        })
class Thing {
    @Id Long id;

    String name;

    Integer size;

    java.time.LocalDate at;
}
