package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
@Migratable
class Flight {

    @Id
    Long id;

    @Column(nullable = false, unique = true, comment = "local")
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime leaves;

    @Basic(optional = false)
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime lands;

    @Column(name = "called", nullable = false, unique = true, comment = "local")
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime calls;

    @Column(name = "served", comment = "local")
    @TimeZoneColumn(name = "served_zone", comment = "zone")
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime serves;
}
