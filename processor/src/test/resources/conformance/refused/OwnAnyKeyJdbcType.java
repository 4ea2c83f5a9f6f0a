// refused: MAP01; Thing.what; @AnyKeyJdbcType
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJdbcType;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Any
    @AnyKeyJdbcType(org.hibernate.type.descriptor.jdbc.BigIntJdbcType.class)
    @JoinColumn(name = "what_id")
    Object what;
}
