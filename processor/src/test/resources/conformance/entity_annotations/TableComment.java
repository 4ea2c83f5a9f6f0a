package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Migratable
@Table(comment = "said here")
class Report {
    @Id
    Long id;
}
