// refused: MAP01; Thing.names; @CollectionIdJdbcTypeCode
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @CollectionId(column = @Column(name = "n"), generator = "increment")
    @CollectionIdJdbcTypeCode(5)
    List<String> names;
}
