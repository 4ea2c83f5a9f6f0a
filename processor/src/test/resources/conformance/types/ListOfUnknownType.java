// refused: MAP02; Thing.tags; Tag; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

class Tag {}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    List<Tag> tags;
}
