package conformance.times;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
@Migratable
class Departure {

    @Id
    Long id;

    @Column(unique = true)
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetTime leaves;

    @Column(unique = true)
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime arrives;

    @Column(name = "called", unique = true)
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetTime calls;
}
