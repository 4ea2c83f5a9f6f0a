package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;

@Entity
@Migratable
@SoftDelete
class Report {
    @Id
    Long id;
}
