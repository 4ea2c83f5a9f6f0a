// refused: MAP03; Thing.id; @EmbeddedTable is on an identifier; Take it away
package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Embeddable
class Part {
    String name;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
class Thing {
    @EmbeddedId
    @EmbeddedTable("more")
    Part id;
}
