// refused: MAP01; Thing.names; @ListIndexJdbcType
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ListIndexJdbcType;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @OrderColumn
    @ListIndexJdbcType(org.hibernate.type.descriptor.jdbc.SmallIntJdbcType.class)
    List<String> names;
}
