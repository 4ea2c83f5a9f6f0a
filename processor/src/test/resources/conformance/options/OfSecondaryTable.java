// refused: MAP; Thing; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@SecondaryTable(name = "more", options = "/* written as it is */")
@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(table = "more")
    String name;
}
