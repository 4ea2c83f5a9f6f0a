// refused: MAP03; Thing.name; @EmbeddedTable; Say table in @Column
package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Entity
@Migratable
@SecondaryTable(name = "more")
class Thing {
    @Id Long id;

    @EmbeddedTable("more")
    String name;
}
