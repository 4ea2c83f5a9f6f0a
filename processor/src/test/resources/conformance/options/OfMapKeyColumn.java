// refused: MAP; Thing.names; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @MapKeyColumn(options = "/* written as it is */")
    Map<String, String> names;
}
