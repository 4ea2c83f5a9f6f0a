package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @EmbeddedId PostId id;

    @ManyToOne
    @JoinTable(name = "post_to_post")
    Post previous;
}

@Embeddable
class PostId {
    String zone;
    int number;
}
