// refused: MAP03; Post.tags; @SoftDelete; on the entity
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
    @OneToMany @SoftDelete Set<Tag> tags;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
