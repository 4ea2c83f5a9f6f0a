// refused: MAP02; Post.tags; java.util.Set; @Transient
package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ManyToMany Set tags;
}
