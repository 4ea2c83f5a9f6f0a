package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration exact;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    @Column(precision = 10, scale = 3)
    Duration rough;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Duration nanos;
}
