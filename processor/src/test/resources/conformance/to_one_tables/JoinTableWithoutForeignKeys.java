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
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
            inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Tag tag;

    @ManyToOne
    @JoinTable(
            name = "post_tag2",
            joinColumns = @JoinColumn(name = "p", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)),
            inverseJoinColumns = @JoinColumn(name = "t", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
    Tag second;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
