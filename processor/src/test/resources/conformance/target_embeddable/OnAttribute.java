package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

interface Named {}

@Embeddable
class Part implements Named {
    @Column(length = 30)
    String name;

    int size;
}

class Loose implements Named {
    String other;
}

@Embeddable
class Outer {
    @Embedded
    @TargetEmbeddable(Part.class)
    Named inner;

    int depth;
}

@MappedSuperclass
class Base<T extends Named> {
    @Id Long id;

    @Embedded
    @TargetEmbeddable(Part.class)
    @AttributeOverride(name = "name", column = @Column(name = "title", nullable = false))
    @AttributeOverride(name = "size", column = @Column(name = "length"))
    T first;
}

@Entity
@Migratable
class Thing extends Base<Named> {
    @Embedded
    @TargetEmbeddable(Part.class)
    Named part;

    @Embedded
    @TargetEmbeddable(Loose.class)
    Named loose;

    @AttributeOverride(name = "inner.name", column = @Column(name = "n2"))
    @AttributeOverride(name = "inner.size", column = @Column(name = "s2"))
    Outer outer;
}
