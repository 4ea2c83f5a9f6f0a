// option: migratable.naming=snake_case
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime soldAt;
}
