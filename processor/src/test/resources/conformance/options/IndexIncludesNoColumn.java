// refused: MAP04; Thing; @Index names 'sise'; size
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(indexes = @Index(columnList = "name", options = "include (sise)"))
class Thing {
    @Id Long id;

    String name;

    int size;
}
