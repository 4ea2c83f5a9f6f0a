package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Lob
    @Size(max = 10)
    String text;

    @Size(max = 10)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String longer;
}
