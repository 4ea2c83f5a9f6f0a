// refused: MAP03; Thing; 'nulls not distinct' in the 'options' of @UniqueConstraint; before the columns
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(uniqueConstraints = @UniqueConstraint(columnNames = "name", options = "nulls not distinct"))
class Thing {
    @Id Long id;

    String name;
}
