// refused: MAP03; Thing.id; 'options' of @Column beside GenerationType.IDENTITY
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(options = "default 1")
    Long id;
}
