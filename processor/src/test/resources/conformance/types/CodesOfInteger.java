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

    @JdbcTypeCode(SqlTypes.BIGINT)
    Integer vbigint;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Integer vsmallint;

    @JdbcTypeCode(SqlTypes.TINYINT)
    Integer vtinyint;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    Integer vnumeric;

    @JdbcTypeCode(SqlTypes.DECIMAL)
    Integer vdecimal;

    @JdbcTypeCode(SqlTypes.DOUBLE)
    Integer vdouble;

    @JdbcTypeCode(SqlTypes.REAL)
    Integer vreal;

    @JdbcTypeCode(SqlTypes.FLOAT)
    Integer vfloat;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Integer vvarchar;

    @JdbcTypeCode(SqlTypes.CHAR)
    Integer vchar;

    @JdbcTypeCode(SqlTypes.BIT)
    Integer vbit;

    @JdbcTypeCode(SqlTypes.BOOLEAN)
    Integer vboolean;
}
