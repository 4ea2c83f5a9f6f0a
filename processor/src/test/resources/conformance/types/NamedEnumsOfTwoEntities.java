// refused: MAP09; Thing; the type 'color' has the values RED, GREEN, and GREEN, RED in
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
class Car {
    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Color color;
}

@Entity
@Migratable
class Thing {
    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Color color;
}
