package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.SourceType;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @CurrentTimestamp
    Instant always;

    @CurrentTimestamp(event = org.hibernate.generator.EventType.INSERT)
    LocalDateTime onInsert;

    @CurrentTimestamp(event = org.hibernate.generator.EventType.UPDATE)
    LocalDate onUpdate;

    @CurrentTimestamp(source = SourceType.VM)
    OffsetDateTime fromVm;
}
