// refused: MAP03; Thing; 'with (fillfactor = 70) where name is not null' in the 'options' of @Index; changelog
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Table(indexes = @Index(columnList = "name", options = "with (fillfactor = 70) where name is not null"))
class Thing {
    @Id Long id;

    String name;
}
