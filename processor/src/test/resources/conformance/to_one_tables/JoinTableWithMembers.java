package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinTable(
            name = "posts_tag",
            joinColumns = @JoinColumn(name = "post", comment = "whose"),
            inverseJoinColumns = @JoinColumn(name = "tag", comment = "which"),
            foreignKey = @ForeignKey(name = "fk_post"),
            inverseForeignKey = @ForeignKey(name = "fk_tag"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"tag", "post"}),
            check = @CheckConstraint(constraint = "tag > 0"),
            comment = "tags of posts")
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
