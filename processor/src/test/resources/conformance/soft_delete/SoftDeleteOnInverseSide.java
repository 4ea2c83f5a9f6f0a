// refused: MAP03; Tag.posts; @SoftDelete; mappedBy
package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import java.util.*;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ManyToMany Set<Tag> tags;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
    @ManyToMany(mappedBy = "tags") @SoftDelete Set<Post> posts;
}
