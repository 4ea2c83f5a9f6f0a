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

    @JdbcTypeCode(SqlTypes.BINARY)
    byte[] vbinary;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    byte[] vvarbinary;

    @JdbcTypeCode(SqlTypes.LONGVARBINARY)
    byte[] vlongvarbinary;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] vlong32varbinary;

    @JdbcTypeCode(SqlTypes.BLOB)
    byte[] vblob;

    @JdbcTypeCode(SqlTypes.MATERIALIZED_BLOB)
    byte[] vmaterializedblob;
}
