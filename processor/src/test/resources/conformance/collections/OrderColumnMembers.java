package conformance.collections;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ListIndexBase;

@Entity
@Migratable
class Person {
    @Id Long id;

    @ElementCollection
    @OrderColumn(name = "position", columnDefinition = "bigint", nullable = false)
    List<String> names;

    @ElementCollection
    @OrderColumn(name = "nr")
    @ListIndexBase(1)
    List<String> lines;

    @ElementCollection
    @ListIndexBase(2)
    List<String> others;

    @ElementCollection
    @org.hibernate.annotations.Bag
    List<String> bag;
}
