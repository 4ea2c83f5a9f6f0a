package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Migratable
class Flight {

    @Id
    Long id;

    @ColumnDefault("now()")
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime leaves;

    @Check(constraints = "lands IS NOT NULL")
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime lands;

    @Column(name = "called", check = @CheckConstraint(constraint = "called IS NOT NULL"))
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime calls;
}
