// refused: MAP02; Thing.maybe; java.util.Optional; @Transient
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Optional<String> maybe;
}
