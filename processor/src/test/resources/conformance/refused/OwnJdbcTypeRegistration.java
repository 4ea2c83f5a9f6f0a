// refused: MAP; Elsewhere; @JdbcTypeRegistration
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeRegistration;

@JdbcTypeRegistration(org.hibernate.type.descriptor.jdbc.BigIntJdbcType.class)
@Embeddable
class Elsewhere {
    String text;
}

@Entity
@Migratable
class Thing {
    @Id Long id;

    String name;
}
