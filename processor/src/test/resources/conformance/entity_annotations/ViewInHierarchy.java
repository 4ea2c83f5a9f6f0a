// refused: MAP08; Summary; @View; entity of its own
package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.annotations.View;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@View(query = "select 1 as id")
class Summary {
    @Id
    Long id;
}

@Entity
@Migratable
class Detailed extends Summary {
    String text;
}
