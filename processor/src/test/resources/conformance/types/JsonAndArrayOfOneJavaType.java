// refused: MAP03; Product; tags; labels; JdbcTypeCode; another Java type
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Migratable
class Product {

    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Set<String> tags;

    Set<String> labels;
}
