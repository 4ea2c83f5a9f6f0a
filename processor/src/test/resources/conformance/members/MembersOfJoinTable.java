package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ManyToMany
    @JoinTable(name = "links", catalog = "elsewhere")
    Set<Thing> others;
}
