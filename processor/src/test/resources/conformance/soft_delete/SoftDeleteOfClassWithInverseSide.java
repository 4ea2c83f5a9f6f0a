// refused: MAP03; Tag.posts; @SoftDelete; mappedBy
package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToMany Set<Tag> tags;
}

@Entity
@Migratable
@SoftDelete
class Tag {
    @Id Long id;

    @ManyToMany(mappedBy = "tags")
    Set<Post> posts;
}
