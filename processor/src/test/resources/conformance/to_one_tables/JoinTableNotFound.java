package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @org.hibernate.annotations.NotFound(action = org.hibernate.annotations.NotFoundAction.IGNORE)
    @JoinTable(name = "posts_tag")
    Tag tag;

    @ManyToOne
    @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE)
    @JoinTable(name = "post_gone")
    Tag gone;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
