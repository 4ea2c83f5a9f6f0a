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

    @OneToOne
    @JoinTable(name = "post_single")
    Tag single;
}

@Entity
@Migratable
class Tag {
    @Id Long id;

    @OneToMany(mappedBy = "tag")
    java.util.Set<Post> posts;

    @OneToOne(mappedBy = "single")
    Post post;
}
