package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinTable(name = "posts_tag")
    Tag tag;

    @ManyToOne(optional = false)
    @JoinTable
    Tag needed;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
