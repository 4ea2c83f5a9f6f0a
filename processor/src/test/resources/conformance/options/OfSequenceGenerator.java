// refused: MAP; Thing; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @GeneratedValue(generator = "g")
    @SequenceGenerator(name = "g", options = "/* written as it is */")
    Long id;
}
