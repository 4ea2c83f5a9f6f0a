// refused: MAP03; Thing.id; 'start with 5' in the 'options' of @SequenceGenerator; initialValue
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @GeneratedValue(generator = "g")
    @SequenceGenerator(name = "g", options = "start with 5")
    Long id;
}
