package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinColumn(name = "tag_id")
    Tag tag;

    @ManyToOne
    @JoinColumn(name = "tag_id", insertable = false, updatable = false)
    Tag again;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
