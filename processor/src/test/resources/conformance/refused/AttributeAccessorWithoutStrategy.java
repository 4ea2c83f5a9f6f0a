// refused: MAP03; Thing.name; @AttributeAccessor; Say strategy
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.AttributeAccessor;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @AttributeAccessor
    String name;
}
