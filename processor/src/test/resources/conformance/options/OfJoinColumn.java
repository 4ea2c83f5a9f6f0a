// refused: MAP; Thing.other; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ManyToOne
    @JoinColumn(options = "/* written as it is */")
    Thing other;
}
