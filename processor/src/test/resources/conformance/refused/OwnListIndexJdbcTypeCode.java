// refused: MAP01; Thing.names; @ListIndexJdbcTypeCode
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ListIndexJdbcTypeCode;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @OrderColumn
    @ListIndexJdbcTypeCode(5)
    List<String> names;
}
