package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

interface Label {}

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne(targetEntity = Tag.class)
    Label tag;
}

@Entity
@Migratable
class Tag implements Label {
    @Id Long id;
}
