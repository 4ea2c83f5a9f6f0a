package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @OrderColumn(insertable = false, updatable = false)
    List<String> names;
}
