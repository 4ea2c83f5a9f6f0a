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
    @OrderColumn(options = "/* written as it is */")
    List<String> names;
}
