// refused: MAP03; Report; options; @Table; Remove
package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Migratable
@Table(options = "with (fillfactor = 70)")
class Report {
    @Id
    Long id;
}
