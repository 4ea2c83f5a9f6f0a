// refused: MAP03; Post.words; @CollectionId; as an entity of its own
package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ElementCollection
    @CollectionId(column = @Column(name = "word_id"), generator = "uuid2")
    @CollectionIdJavaClass(idType = Long.class)
    List<String> words;

    @ManyToMany
    @CollectionId(column = @Column(name = "link_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Integer.class)
    List<Post> others;
}
