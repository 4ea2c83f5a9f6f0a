// refused: MAP01; Thing.color; @JdbcTypeCode; Create the type; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Color {
    RED
}

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Color color;
}
