package conformance.collections;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;

@Entity
@Migratable
class Person {
    @Id Long id;

    @ElementCollection
    @OrderColumn(name = "position")
    String[] names;

    @ElementCollection
    @OrderColumn
    int[] scores;
}
