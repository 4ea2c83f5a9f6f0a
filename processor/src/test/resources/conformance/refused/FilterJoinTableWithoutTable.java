// refused: MAP03; Thing.names; @FilterJoinTable; Write @Filter
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterJoinTable;

@Entity
@Migratable
@FilterDef(name = "f")
class Thing {
    @Id Long id;

    @ElementCollection
    @FilterJoinTable(name = "f", condition = "names > ''")
    Set<String> names;
}
