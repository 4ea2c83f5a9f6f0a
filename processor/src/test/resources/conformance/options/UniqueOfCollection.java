package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @CollectionTable(uniqueConstraints = @UniqueConstraint(columnNames = "names", options = "deferrable"))
    List<String> names;
}
