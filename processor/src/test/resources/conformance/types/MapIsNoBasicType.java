// refused: MAP02; Thing.values; java.util.Map; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Map<String, String> values;
}
