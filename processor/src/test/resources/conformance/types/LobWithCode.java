package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Lob
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String text;

    @Lob
    @JdbcTypeCode(SqlTypes.VARBINARY)
    byte[] bytes;

    @Lob
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String longer;
}
