// refused: MAP03; Thing; @NaturalIdClass is for several; 'name'; Take @NaturalIdClass away
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdClass;

record Key(String name) {}

@NaturalIdClass(Key.class)
@Entity
@Migratable
class Thing {
    @Id Long id;

    @NaturalId String name;
}
