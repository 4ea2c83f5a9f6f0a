// refused: MAP03; Thing; unique constraint with 'options' is on name
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(uniqueConstraints = @UniqueConstraint(columnNames = "name", options = "deferrable"))
class Thing {
    @Id Long id;

    @Column(unique = true)
    String name;
}
