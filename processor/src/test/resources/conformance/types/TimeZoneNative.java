package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    OffsetDateTime at0;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    ZonedDateTime at1;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    OffsetTime at2;
}
