package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Embeddable
class LineId {
    Long post;
    int number;
}

@Entity
@Migratable
class Line {
    @EmbeddedId LineId id;
    @ManyToOne @MapsId("post") Post post;
}

@Entity
@Migratable
class Post {
    @Id Long id;
}
