package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(secondPrecision = 3)
    OffsetDateTime at;

    @Column(secondPrecision = 0)
    Timestamp old;

    @Column(secondPrecision = 9)
    Instant nanos;

    @Column(secondPrecision = 2)
    Date date;

    @Column(precision = 3)
    Instant untouched;
}
