// refused: MAP01; Summary; @View; remove @Migratable
package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.View;

@Entity
@Migratable
@View(query = "select 1 as id")
class Summary {
    @Id
    Long id;
}
