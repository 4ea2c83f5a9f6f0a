// refused: MAP03; Thing.text; storage external; @Column; right behind the type; changelog
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(options = "storage external")
    String text;
}
