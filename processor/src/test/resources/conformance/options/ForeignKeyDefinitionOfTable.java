// refused: MAP03; Thing; foreignKeyDefinition
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@SecondaryTable(name = "more", foreignKey = @ForeignKey(foreignKeyDefinition = "foreign key (id) references thing on delete cascade"))
class Thing {
    @Id Long id;

    @Column(table = "more")
    String text;
}
