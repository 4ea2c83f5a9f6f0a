// refused: MAP01; Post.words; @CollectionId; as an entity of its own
package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.CollectionId;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ElementCollection
    @CollectionId(column = @Column(name = "word_id"), generator = "increment")
    List<String> words;
}
