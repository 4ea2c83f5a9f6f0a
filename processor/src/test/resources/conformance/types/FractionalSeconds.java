package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.hibernate.annotations.FractionalSeconds;

@SuppressWarnings("removal")
@Migratable
@Entity
class Thing {

    @Id
    long id;

    @FractionalSeconds(3)
    Instant at;

    @FractionalSeconds(0)
    LocalDateTime local;

    @FractionalSeconds(6)
    LocalTime time;
}
