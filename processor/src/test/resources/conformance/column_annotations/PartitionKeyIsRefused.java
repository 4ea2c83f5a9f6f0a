// refused: MAP01; Thing.region; @PartitionKey; @Transient
package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.PartitionKey;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @PartitionKey
    Integer region;
}
