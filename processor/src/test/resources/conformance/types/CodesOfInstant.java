package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Instant vtimestamp;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    Instant vtimestamputc;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    Instant vtimestampwithtimezone;

    @JdbcTypeCode(SqlTypes.INSTANT)
    Instant vinstant;

    @JdbcTypeCode(SqlTypes.DATE)
    Instant vdate;

    @JdbcTypeCode(SqlTypes.TIME)
    Instant vtime;

    @JdbcTypeCode(SqlTypes.TIME_UTC)
    Instant vtimeutc;

    @JdbcTypeCode(SqlTypes.TIME_WITH_TIMEZONE)
    Instant vtimewithtimezone;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    Instant vlocaldatetime;

    @JdbcTypeCode(SqlTypes.OFFSET_DATE_TIME)
    Instant voffsetdatetime;

    @JdbcTypeCode(SqlTypes.ZONED_DATE_TIME)
    Instant vzoneddatetime;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Instant vbigint;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    Instant vnumeric;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Instant vvarchar;
}
