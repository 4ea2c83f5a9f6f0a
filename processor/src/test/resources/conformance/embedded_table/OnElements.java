// refused: MAP03; Thing.parts; @EmbeddedTable; @CollectionTable
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
    @Id Long id;

    @ElementCollection
    @EmbeddedTable("more")
    List<Part> parts;
}
