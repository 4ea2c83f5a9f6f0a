package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.CurrentTimestamp;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Version
    @CurrentTimestamp
    Instant version;
}
