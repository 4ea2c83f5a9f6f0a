// refused: MAP03; Part.other; @EmbeddedTable does not hold; Add @JoinColumn(table = "more")
package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Embeddable
class Part {
    String name;

    @ManyToOne Thing other;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
class Thing {
    @Id Long id;

    @EmbeddedTable("more")
    Part part;
}
