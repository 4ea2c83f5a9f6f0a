// refused: MAP03; Visit.at; @TimeZoneColumn; Remove 'table'
package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.time.OffsetDateTime;
import org.hibernate.annotations.*;

@Entity
@Migratable
@SecondaryTable(name = "visit_extra")
class Visit {
    @Id Long id;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "zone", table = "visit_extra")
    OffsetDateTime at;
}
