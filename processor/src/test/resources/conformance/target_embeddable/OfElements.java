package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

interface Named {}

@Embeddable
class Part implements Named {
    String name;

    @Column(nullable = false)
    int size;
}

@Embeddable
record Place(@Column(nullable = false) int x, @Column(nullable = false) int y) implements Named {}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @TargetEmbeddable(Part.class)
    List<Named> list;

    @ElementCollection
    @TargetEmbeddable(Place.class)
    @AttributeOverride(name = "x", column = @Column(name = "across", nullable = false))
    Set<Named> places;

    @ElementCollection
    @TargetEmbeddable(Part.class)
    Map<String, Named> byName;

    @ElementCollection
    @OrderColumn
    @TargetEmbeddable(Part.class)
    Named[] array;

    @ElementCollection
    @TargetEmbeddable(Part.class)
    List raw;

    @ElementCollection(targetClass = Place.class)
    @TargetEmbeddable(Part.class)
    List<Named> both;
}
