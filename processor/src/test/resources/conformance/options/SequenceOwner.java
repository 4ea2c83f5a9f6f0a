// refused: MAP03; Thing.id; 'owned by thing.id' in the 'options' of @SequenceGenerator; changelog
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @GeneratedValue(generator = "g")
    @SequenceGenerator(name = "g", options = "owned by thing.id")
    Long id;
}
