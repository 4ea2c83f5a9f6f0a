// option: migratable.naming=snake_case
package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;

@Embeddable
class Part {
    String firstName;
}

@Entity
@Migratable
@SecondaryTable(name = "MoreData")
class BigThing {
    @Id Long id;

    @EmbeddedTable("moredata")
    Part part;

    @EmbeddedTable("BigThing")
    Part own;
}
