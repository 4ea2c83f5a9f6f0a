package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToMany(targetEntity = Tag.class)
    Set tags;

    @OneToMany(targetEntity = Tag.class)
    @JoinTable(name = "post_other")
    Collection<?> others;

    @ElementCollection(targetClass = String.class)
    List words;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
