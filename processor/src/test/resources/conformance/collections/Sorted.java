package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SortNatural;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ElementCollection @SortNatural SortedSet<String> words;
    @ElementCollection @SortNatural NavigableSet<String> others;
    @ElementCollection @SortNatural SortedMap<String, String> map;
}
