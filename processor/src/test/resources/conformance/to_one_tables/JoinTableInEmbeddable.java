// refused: MAP03; Label.tag; @JoinTable; @JoinColumn
package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Embeddable
class Label {
    @ManyToOne @JoinTable(name = "posts_tag") Tag tag;
}

@Entity
@Migratable
class Post {
    @Id Long id;
    Label label;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
