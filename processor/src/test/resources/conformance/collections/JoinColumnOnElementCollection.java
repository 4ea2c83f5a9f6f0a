// refused: MAP03; Post.words; @JoinColumn; @CollectionTable
package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ElementCollection @JoinColumn(name = "p") List<String> words;
}
