// refused: MAP03; Thing.visit; time zone
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Embeddable
@Struct(name = "visit")
class Visit {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime moment;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Visit visit;
}
