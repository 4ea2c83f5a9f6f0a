// refused: MAP03; Thing.names; @OrderColumn; Declare it as a List
package conformance.list_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @OrderColumn
    Set<String> names;
}
