package conformance.no_effect;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;

@Mutability(Immutability.class)
@Embeddable
class Part {
    String text;
}

@Entity
@Migratable
@org.hibernate.annotations.NamedEntityGraph(name = "g1", graph = "name, other(name)")
@org.hibernate.annotations.NamedEntityGraphs(
        @org.hibernate.annotations.NamedEntityGraph(name = "g2", graph = "name"))
class Thing {
    @Id Long id;

    String name;

    @ManyToOne Thing other;

    Part part;
}
