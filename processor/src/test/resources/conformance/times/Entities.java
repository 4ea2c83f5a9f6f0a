package conformance.times;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;

@Entity
@Migratable
class Times {
    @Id
    Long id;

    LocalDate localDate;
    LocalTime localTime_;
    LocalDateTime localDateTime;
    OffsetTime offsetTime;
    OffsetDateTime offsetDateTime;
    ZonedDateTime zonedDateTime;
    Instant instant;
    Duration duration;
    Year year_;
    ZoneId zoneId;
    ZoneOffset zoneOffset;

    Date plain;

    @Temporal(TemporalType.DATE)
    Date day;

    @Temporal(TemporalType.TIME)
    Date hour;

    @Temporal(TemporalType.TIMESTAMP)
    Date moment;

    Calendar calendar;

    @Temporal(TemporalType.DATE)
    Calendar calendarDay;

    java.sql.Date sqlDate;
    java.sql.Time sqlTime;
    java.sql.Timestamp sqlTimestamp;

    @Column(precision = 3)
    LocalDateTime precisionIsIgnored;

    @Column(secondPrecision = 3)
    LocalDateTime millis;

    @Column(secondPrecision = 0)
    Instant seconds;

    @Column(secondPrecision = 3)
    LocalTime timeMillis;

    @Column(precision = 12)
    Duration shortDuration;
}
