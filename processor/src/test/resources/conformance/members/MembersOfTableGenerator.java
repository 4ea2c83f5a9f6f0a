package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "g")
    @TableGenerator(
            name = "g",
            table = "numbers",
            catalog = "elsewhere",
            pkColumnName = "of",
            pkColumnValue = "thing",
            valueColumnName = "next",
            uniqueConstraints = @UniqueConstraint(columnNames = "next"),
            indexes = @Index(columnList = "next"))
    Long id;
}
