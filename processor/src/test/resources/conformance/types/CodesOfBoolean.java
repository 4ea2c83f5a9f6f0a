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
    Boolean vchar;

    @JdbcTypeCode(SqlTypes.NCHAR)
    Boolean vnchar;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Boolean vvarchar;

    @JdbcTypeCode(SqlTypes.TINYINT)
    Boolean vtinyint;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Boolean vsmallint;

    @JdbcTypeCode(SqlTypes.INTEGER)
    Boolean vinteger;

    @JdbcTypeCode(SqlTypes.BIT)
    Boolean vbit;
}
