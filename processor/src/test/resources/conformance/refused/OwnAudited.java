// refused: MAP01; Thing; @Audited; take Hibernate itself as the source
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Audited;

@Audited
@Entity
@Migratable
class Thing {
    @Id Long id;

    String name;
}
