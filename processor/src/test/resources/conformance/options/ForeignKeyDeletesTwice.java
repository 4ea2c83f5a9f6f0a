// refused: MAP03; Thing.other; 'on delete cascade' in the 'options' of @ForeignKey; already; @OnDelete
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(options = "on delete cascade"))
    @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)
    Thing other;
}
