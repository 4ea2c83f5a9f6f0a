package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(length = 5000)
    String text;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    String code;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    @Column(precision = 12, scale = 3)
    String amount;
}
