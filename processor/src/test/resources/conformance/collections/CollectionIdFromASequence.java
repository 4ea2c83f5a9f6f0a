package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;

@Entity
@SequenceGenerator(name = "tag_ids", sequenceName = "tag_seq", initialValue = 5, allocationSize = 10)
@Migratable
class Post {
    @Id Long id;

    @ElementCollection
    @CollectionId(column = @Column(name = "word_id"), generator = "sequence")
    @CollectionIdJavaClass(idType = Long.class)
    List<String> words;

    @ElementCollection
    @CollectionTable(name = "post_tags")
    @CollectionId(column = @Column(name = "tag_id"), generator = "tag_ids")
    @CollectionIdJavaClass(idType = Integer.class)
    List<String> tags;

    @ManyToMany
    @CollectionId(column = @Column(name = "link_id"), generator = "link_ids")
    @CollectionIdJavaClass(idType = Long.class)
    @SequenceGenerator(name = "link_ids")
    List<Post> others;
}
