package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Types;
import org.hibernate.annotations.JdbcTypeCode;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(Types.LONGVARCHAR)
    String text;

    @JdbcTypeCode(Types.TINYINT)
    int small;
}
