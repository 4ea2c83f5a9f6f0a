// refused: MAP01; Thing.names; @MapKeyType; @MapKeyJdbcTypeCode
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.MapKeyType;
import org.hibernate.usertype.UserType;

abstract class KeyType implements UserType<String> {}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @MapKeyType(KeyType.class)
    Map<String, String> names;
}
