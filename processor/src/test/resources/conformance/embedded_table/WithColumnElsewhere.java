// refused: MAP03; Part.name; @EmbeddedTable; Say table = "more"
package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Embeddable
class Part {
    @Column(table = "rest")
    String name;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
@SecondaryTable(name = "rest")
class Thing {
    @Id Long id;

    @EmbeddedTable("more")
    Part part;
}
