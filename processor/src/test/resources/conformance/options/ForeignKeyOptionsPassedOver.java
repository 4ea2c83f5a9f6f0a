// refused: MAP03; Thing.names; Hibernate passes over; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @CollectionTable(
            joinColumns = @JoinColumn(name = "owner"),
            foreignKey = @ForeignKey(options = "on update cascade"))
    List<String> names;
}
