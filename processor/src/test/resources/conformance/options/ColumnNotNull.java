// refused: MAP03; Thing.text; 'not null' in the 'options' of @Column; nullable
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(options = "collate \"C\" not null")
    String text;
}
