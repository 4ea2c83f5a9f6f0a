// refused: MAP03; Thing; 'using hash' in the 'options' of @Index; @PostgresIndex(using
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(indexes = @Index(columnList = "name", options = "using hash"))
class Thing {
    @Id Long id;

    String name;
}
