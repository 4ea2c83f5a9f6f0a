// refused: MAP07; Summary.words; @View; which no foreign key can reference
package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Set;
import org.hibernate.annotations.View;

@Entity
@Migratable
@View(query = "select 1 as id")
class Summary {
    @Id
    Long id;

    @ElementCollection
    Set<String> words;
}
