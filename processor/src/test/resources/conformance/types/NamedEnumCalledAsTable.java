// refused: MAP09; Thing.color; the type 'thing' is also the table of that name; another name
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Migratable
class Thing {
    enum THING {
        RED
    }

    @Id
    long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    THING color;
}
