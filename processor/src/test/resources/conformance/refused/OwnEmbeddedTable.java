// refused: MAP01; Thing.part; @EmbeddedTable
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Embeddable
class Part {
    String name;
}

@SecondaryTable(name = "more")
@Entity
@Migratable
class Thing {
    @Id Long id;

    @Embedded
    @EmbeddedTable("more")
    Part part;
}
