package conformance.containers;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Pair {
    @ManyToOne Thing one;
    @ManyToOne Thing two;
}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Embedded
    @AssociationOverrides({
        @AssociationOverride(name = "one", joinColumns = @JoinColumn(name = "first")),
        @AssociationOverride(name = "two", joinColumns = @JoinColumn(name = "second"))
    })
    Pair pair;
}
