package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(
        uniqueConstraints = {
            @UniqueConstraint(columnNames = "name", options = "deferrable initially deferred"),
            @UniqueConstraint(columnNames = {"size", "kind"}, options = "INCLUDE (name) INITIALLY IMMEDIATE DEFERRABLE"),
            @UniqueConstraint(columnNames = "kind", options = "not deferrable initially immediate"),
            @UniqueConstraint(name = "thing_size", columnNames = "size", options = "initially deferred")
        })
class Thing {
    @Id Long id;

    String name;

    Integer size;

    String kind;
}
