package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

@TargetEmbeddable(Part.class)
interface Named {}

@Embeddable
class Part implements Named {
    String name;

    int size;
}

@Embeddable
class Other implements Named {
    String other;
}

@TargetEmbeddable(Below.class)
@MappedSuperclass
class Above {
    int above;
}

@Embeddable
class Below extends Above {
    int below;
}

@Entity
@Migratable
class Thing {
    @Id Long id;

    Named plain;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "n2"))
    @AttributeOverride(name = "size", column = @Column(name = "s2"))
    Named embedded;

    @Embedded
    @TargetEmbeddable(Other.class)
    Named other;

    Above above;

    @ElementCollection
    List<Named> list;

    @ElementCollection
    Map<String, Named> map;

    @ElementCollection
    @TargetEmbeddable(Other.class)
    Set<Named> others;
}
