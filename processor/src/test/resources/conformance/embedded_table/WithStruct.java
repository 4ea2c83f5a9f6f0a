// refused: MAP03; Part.place; @EmbeddedTable does not hold; Make it an attribute of the entity
package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "place")
class Place {
    int x;
}

@Embeddable
class Part {
    String name;

    Place place;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
class Thing {
    @Id Long id;

    @EmbeddedTable("more")
    Part part;
}
