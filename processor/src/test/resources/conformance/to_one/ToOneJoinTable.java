// refused: MAP01; Post.tag; @JoinTable; entity of its own
package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinTable(name = "post_tag")
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
