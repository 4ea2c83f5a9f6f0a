// refused: MAP03; Thing.part; @EmbeddedTable is on an identifier; Take it away
package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.NaturalId;

@Embeddable
class Part {
    String name;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
class Thing {
    @Id Long id;

    @NaturalId
    @EmbeddedTable("more")
    Part part;
}
