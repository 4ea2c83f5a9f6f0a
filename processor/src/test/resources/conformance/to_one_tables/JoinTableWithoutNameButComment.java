// refused: MAP03; Post.tag; @JoinTable; name
package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinTable(comment = "tags")
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
