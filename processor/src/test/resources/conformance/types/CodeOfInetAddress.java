package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.net.InetAddress;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.INET)
    InetAddress address;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    InetAddress text;

    @JdbcTypeCode(SqlTypes.INET)
    String written;
}
