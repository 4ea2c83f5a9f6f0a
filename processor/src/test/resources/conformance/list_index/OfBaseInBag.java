// refused: MAP03; Thing.names; @Bag is beside @OrderColumn or @ListIndexBase; Keep one
package conformance.list_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Bag;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ListIndexJavaType;
import org.hibernate.annotations.ListIndexJdbcType;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @Bag
    @ListIndexBase(1)
    List<String> names;
}
