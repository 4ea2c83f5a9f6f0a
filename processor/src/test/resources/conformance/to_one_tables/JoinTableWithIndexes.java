// refused: MAP03; Post.tag; @JoinTable; @PostgresIndex
package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinTable(name = "posts_tag", indexes = @Index(name = "by_tag", columnList = "tag_id"))
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
