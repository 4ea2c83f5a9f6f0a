// refused: MAP03; Thing.rank; ', sneaked_in integer' in the 'options' of @Column
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(options = "default 1, sneaked_in integer")
    int rank;
}
