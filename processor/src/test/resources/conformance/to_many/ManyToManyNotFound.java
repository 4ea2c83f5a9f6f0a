package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToMany
    @NotFound(action = NotFoundAction.IGNORE)
    Set<Tag> tags;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
