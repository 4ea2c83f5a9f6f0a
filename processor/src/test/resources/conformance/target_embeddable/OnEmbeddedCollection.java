// refused: MAP03; Thing.parts; @TargetEmbeddable with @Embedded; @ElementCollection
package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

interface Named {}

@Embeddable
class Part implements Named {
    String name;
}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Embedded
    @TargetEmbeddable(Part.class)
    List<Named> parts;
}
