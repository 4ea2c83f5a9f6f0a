package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "zone_offset")
    @Column(name = "sold", nullable = false, secondPrecision = 3)
    OffsetDateTime soldAt;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(columnDefinition = "smallint")
    OffsetDateTime madeAt;
}
