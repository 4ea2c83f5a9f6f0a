// refused: MAP; Thing; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "g")
    @TableGenerator(name = "g", options = "/* written as it is */")
    Long id;
}
