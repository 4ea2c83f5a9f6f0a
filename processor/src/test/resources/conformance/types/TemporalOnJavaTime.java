package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Temporal(TemporalType.TIMESTAMP)
    LocalDateTime local;

    @Temporal(TemporalType.DATE)
    LocalDate date;

    @Temporal(TemporalType.TIME)
    LocalTime time;

    @Temporal(TemporalType.TIMESTAMP)
    Instant instant;
}
