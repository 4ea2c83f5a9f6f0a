package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToMany
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<Tag> tags;

    @ElementCollection
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<String> words;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
