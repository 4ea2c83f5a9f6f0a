package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Detail {
    @EmbeddedId PostId id;

    @OneToOne(optional = false)
    @PrimaryKeyJoinColumns({
        @PrimaryKeyJoinColumn(name = "zone", referencedColumnName = "zone"),
        @PrimaryKeyJoinColumn(name = "number", referencedColumnName = "number")
    })
    Post post;
}

@Embeddable
class PostId {
    String zone;
    int number;
}

@Entity
@Migratable
class Post {
    @EmbeddedId PostId id;
}
