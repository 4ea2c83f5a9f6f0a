package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
@Migratable
class Departure {

    @Id
    Long id;

    @NotNull
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime leaves;

    @NotNull
    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    OffsetDateTime arrives;
}
