// refused: MAP01; Thing.part; @TargetEmbeddable
package conformance.refused;

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
    Named part;
}
