// refused: MAP07; Tag.posts; index; @OrderBy
package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;
import java.util.Set;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToMany
    @JoinTable(name = "post_tag")
    Set<Tag> tags;
}

@Entity
@Migratable
class Tag {
    @Id Long id;

    @ManyToMany(mappedBy = "tags")
    @MapKeyColumn(name = "language")
    Map<String, Post> posts;
}
