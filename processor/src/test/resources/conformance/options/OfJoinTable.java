// refused: MAP; Thing.others; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ManyToMany
    @JoinTable(options = "/* written as it is */")
    Set<Thing> others;
}
