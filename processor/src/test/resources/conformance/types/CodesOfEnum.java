package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Color {
    RED,
    GREEN
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    Color vchar;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Color vvarchar;

    @JdbcTypeCode(SqlTypes.NVARCHAR)
    Color vnvarchar;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    Color vlongvarchar;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    Color vlong32varchar;

    @JdbcTypeCode(SqlTypes.TINYINT)
    Color vtinyint;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Color vsmallint;

    @JdbcTypeCode(SqlTypes.INTEGER)
    Color vinteger;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Color vbigint;
}
