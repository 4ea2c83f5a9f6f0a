// refused: MAP07; Thing; foreign key on other_id; 'options'; both
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ManyToOne
    @JoinColumn(name = "other_id", foreignKey = @ForeignKey(options = "on delete cascade"))
    Thing one;

    @ManyToOne
    @JoinColumn(name = "other_id", insertable = false, updatable = false)
    Thing two;
}
