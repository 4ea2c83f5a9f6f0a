package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    BigDecimal vnumeric;

    @JdbcTypeCode(SqlTypes.DECIMAL)
    BigDecimal vdecimal;

    @JdbcTypeCode(SqlTypes.DOUBLE)
    BigDecimal vdouble;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    BigDecimal vvarchar;

    @JdbcTypeCode(SqlTypes.BIGINT)
    BigDecimal vbigint;

    @JdbcTypeCode(SqlTypes.DURATION)
    BigDecimal vduration;
}
