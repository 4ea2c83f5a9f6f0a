// refused: MAP02; Thing.rows; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    List<List<String>> rows;
}
