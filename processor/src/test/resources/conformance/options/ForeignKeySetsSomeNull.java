// refused: MAP03; Thing.other; '(other)' in the 'options' of @ForeignKey; changelog
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ManyToOne
    @JoinColumn(name = "other", foreignKey = @ForeignKey(options = "on delete set null (other)"))
    Thing other;
}
