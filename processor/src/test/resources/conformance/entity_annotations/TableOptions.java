// refused: MAP03; Report; 'with (fillfactor = 70)' in the 'options' of @Table; Remove; changelog
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
