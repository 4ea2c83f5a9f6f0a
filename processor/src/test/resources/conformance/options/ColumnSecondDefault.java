// refused: MAP03; Thing.rank; 'default 1' in the 'options' of @Column; already
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(options = "default 1")
    @org.hibernate.annotations.ColumnDefault("2")
    int rank;
}
