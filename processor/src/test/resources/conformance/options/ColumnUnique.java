// refused: MAP03; Thing.text; 'unique nulls not distinct' in the 'options' of @Column; @UniqueConstraint
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(options = "unique nulls not distinct")
    String text;
}
