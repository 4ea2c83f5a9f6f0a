// refused: MAP; Thing; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Table(check = @CheckConstraint(constraint = "size > 0", options = "/* written as it is */"))
@Entity
@Migratable
class Thing {
    @Id Long id;

    int size;
}
