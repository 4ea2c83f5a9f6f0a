package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @Column(options = "collate \"C\"")
    String code;

    @Column(nullable = false, unique = true, options = "COLLATE pg_catalog.\"POSIX\"")
    String name;

    @Column(options = "collate \"default\"")
    String plain;
}
