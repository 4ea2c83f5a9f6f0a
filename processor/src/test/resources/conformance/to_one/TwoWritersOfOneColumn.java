// refused: MAP09; Post.tag; 'tag_id'; tagId; another name
package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @Column(name = "tag_id")
    Long tagId;

    @ManyToOne
    @JoinColumn(name = "tag_id")
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
