// refused: MAP03; Thing.ordinal; the type 'color' has the values RED, GREEN here, and GREEN, RED elsewhere; alike
package conformance.types;

import dev.migratable.annotations.Migratable;
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
    Color color;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Color ordinal;
}
