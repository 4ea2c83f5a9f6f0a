// refused: MAP03; Thing; @TargetEmbeddable is on an entity; Write it on an interface
package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

@Embeddable
class Part {
    String name;
}

@Entity
@Migratable
@TargetEmbeddable(Part.class)
class Thing {
    @Id Long id;
}
