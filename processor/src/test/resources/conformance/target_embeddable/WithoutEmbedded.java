// refused: MAP03; Thing.part; @TargetEmbeddable; Add @Embedded
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

    @TargetEmbeddable(Part.class)
    Named part;
}
