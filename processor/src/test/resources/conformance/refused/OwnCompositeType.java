// refused: MAP01; Thing.range; @CompositeType; Map the class as an @Embeddable
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.CompositeType;
import org.hibernate.usertype.CompositeUserType;

record Range(int from, int to) {}

abstract class RangeType implements CompositeUserType<Range> {}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @CompositeType(RangeType.class)
    Range range;
}
