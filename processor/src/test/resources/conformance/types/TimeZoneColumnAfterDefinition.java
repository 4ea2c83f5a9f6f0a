// refused: MAP03; Flight.leaves; columnDefinition; @TimeZoneColumn(name
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

    @Column(name = "leaves_at", columnDefinition = "timestamp(3) with time zone")
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime leaves;
}
