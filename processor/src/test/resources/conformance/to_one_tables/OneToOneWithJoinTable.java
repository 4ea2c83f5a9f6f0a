package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToOne
    @JoinTable(
            name = "posts_tag",
            joinColumns = @JoinColumn(name = "the_post", referencedColumnName = "id"),
            inverseJoinColumns = @JoinColumn(name = "the_tag", nullable = false))
    Tag tag;

    @OneToOne(optional = false)
    @JoinTable(name = "post_other", inverseJoinColumns = @JoinColumn(name = "other", unique = true))
    Tag other;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
