// refused: MAP04; Thing.part; @EmbeddedTable names 'mode'; no @SecondaryTable of Thing; Did you mean 'more'
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

    @EmbeddedTable("mode")
    Part part;
}
