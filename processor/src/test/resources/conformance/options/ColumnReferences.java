// refused: MAP03; Thing.other; 'references other' in the 'options' of @Column
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(options = "references other")
    Long other;
}
