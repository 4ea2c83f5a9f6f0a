package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    UUID vchar;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    UUID vvarchar;

    @JdbcTypeCode(SqlTypes.BINARY)
    UUID vbinary;

    @JdbcTypeCode(SqlTypes.UUID)
    UUID vuuid;
}
