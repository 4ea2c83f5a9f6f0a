// refused: MAP03; Report; catalog; @Table; Remove
package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Migratable
@Table(catalog = "shop")
class Report {
    @Id
    Long id;
}
