// refused: MAP04; Below.part; @EmbeddedTable; @SecondaryTable of Below
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
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "more")
class Above {
    @Id Long id;
}

@Entity
@Migratable
class Below extends Above {
    @EmbeddedTable("more")
    Part part;
}
