// refused: MAP; Thing.size; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(check = @CheckConstraint(constraint = "size > 0", options = "/* written as it is */"))
    int size;
}
