package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinTable(name = "posts_tag")
    @JoinColumn(name = "the_tag", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
