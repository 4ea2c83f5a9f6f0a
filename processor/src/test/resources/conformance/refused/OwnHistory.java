// refused: MAP01; Thing; @Temporal; the two times as attributes of your own
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@org.hibernate.annotations.Temporal(rowStart = "since", rowEnd = "until", secondPrecision = 3)
@Entity
@Migratable
class Thing {
    @Id Long id;

    String name;
}
