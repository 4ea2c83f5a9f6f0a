package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToMany
    @JoinTable(
            name = "tagged",
            joinColumns = @JoinColumn(name = "post"),
            inverseJoinColumns = @JoinColumn(name = "tag"),
            foreignKey = @ForeignKey(name = "tagged_post"),
            inverseForeignKey = @ForeignKey(value = ConstraintMode.NO_CONSTRAINT),
            uniqueConstraints = @UniqueConstraint(columnNames = {"tag", "post"}),
            indexes = @Index(columnList = "tag"))
    List<Tag> tags;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
