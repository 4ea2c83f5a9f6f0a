// refused: MAP09; Post; post_tag; Give one of them another name
package conformance.to_many;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ManyToMany Set<Tag> tags;
    @ManyToMany Set<Tag> others;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
