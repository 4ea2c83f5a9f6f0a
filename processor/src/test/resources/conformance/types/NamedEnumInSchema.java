// refused: MAP01; Thing.color; @JdbcType ; Create the type; columnDefinition
// option: migratable.defaultSchema=shop
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcType;
import org.hibernate.dialect.type.PostgreSQLEnumJdbcType;

enum Color {
    RED
}

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @JdbcType(PostgreSQLEnumJdbcType.class)
    Color color;
}
