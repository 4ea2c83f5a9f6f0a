// refused: MAP01; Thing.note; @Audited.Excluded; take Hibernate itself as the source
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Audited;

@Audited
@Audited.Table(name = "thing_log")
@Entity
@Migratable
class Thing {
    @Id Long id;

    @Audited.Excluded String note;
}
