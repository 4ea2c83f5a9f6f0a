package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcType;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcType(org.hibernate.type.descriptor.jdbc.LongVarcharJdbcType.class)
    String text;

    @JdbcType(org.hibernate.type.descriptor.jdbc.TinyIntJdbcType.class)
    int small;

    @JdbcType(org.hibernate.type.descriptor.jdbc.UuidAsBinaryJdbcType.class)
    UUID bytes;

    @JdbcType(org.hibernate.type.descriptor.jdbc.TimestampJdbcType.class)
    Instant local;
}
