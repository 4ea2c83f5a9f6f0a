// refused: MAP03; Post.tag; foreignKeyDefinition; @OnDelete
package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(foreignKeyDefinition = "foreign key (tag_id) references tag on delete cascade"))
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
