package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Color {
    RED,
    GREEN
}

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(columnDefinition = "varchar(20)")
    Color color;
}
