package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import java.time.Month;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Month month;

    @Enumerated(EnumType.STRING)
    DayOfWeek day;

    java.util.concurrent.TimeUnit unit;
}
