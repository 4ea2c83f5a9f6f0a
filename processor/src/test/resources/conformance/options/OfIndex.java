// refused: MAP; Thing; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Table(indexes = @Index(columnList = "name", options = "/* written as it is */"))
@Entity
@Migratable
class Thing {
    @Id Long id;

    String name;
}
