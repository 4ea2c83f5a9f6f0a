package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    String vchar;

    @JdbcTypeCode(SqlTypes.NCHAR)
    String vnchar;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    String vvarchar;

    @JdbcTypeCode(SqlTypes.NVARCHAR)
    String vnvarchar;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String vlongvarchar;

    @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
    String vlongnvarchar;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String vlong32varchar;

    @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
    String vlong32nvarchar;

    @JdbcTypeCode(SqlTypes.CLOB)
    String vclob;

    @JdbcTypeCode(SqlTypes.NCLOB)
    String vnclob;

    @JdbcTypeCode(SqlTypes.UUID)
    String vuuid;

    @JdbcTypeCode(SqlTypes.INET)
    String vinet;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    String vvarbinary;

    @JdbcTypeCode(SqlTypes.INTEGER)
    String vinteger;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    String vnumeric;
}
