// refused: MAP01; Report.region; @PartitionKey
package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
class Report {
    @Id
    Long id;
    @PartitionKey
    String region;
}
