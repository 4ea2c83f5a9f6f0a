package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @Column(name = "tag_id", insertable = false, updatable = false)
    Long tagId;

    @ManyToOne(optional = false)
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
