// refused: MAP; Thing.names; table
package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @MapKeyJoinColumn(table = "elsewhere")
    Map<Thing, String> names;
}
