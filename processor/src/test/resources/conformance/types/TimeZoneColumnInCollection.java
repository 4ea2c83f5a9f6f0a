// refused: MAP03; Thing.times; @TimeZoneStorage; NATIVE
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ElementCollection
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    List<OffsetDateTime> times;
}
