package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.sql.Timestamp;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Version
    Timestamp version;
}
