// refused: MAP03; Thing; in the 'options' of @UniqueConstraint; NOT DEFERRABLE
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(uniqueConstraints = @UniqueConstraint(columnNames = "name", options = "not deferrable initially deferred"))
class Thing {
    @Id Long id;

    String name;
}
