// refused: MAP03; Outer.part; @EmbeddedTable is within an embeddable; Write it on the attribute of the entity
package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Embeddable
class Part {
    String name;
}

@Embeddable
class Outer {
    @EmbeddedTable("more")
    Part part;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
class Thing {
    @Id Long id;

    Outer outer;
}
