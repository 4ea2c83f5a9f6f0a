// refused: MAP03; Thing; 'where size > 0' in the 'options' of @Index; @PostgresIndex(unique = true
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(indexes = @Index(columnList = "name", unique = true, options = "where size > 0"))
class Thing {
    @Id Long id;

    String name;

    int size;
}
