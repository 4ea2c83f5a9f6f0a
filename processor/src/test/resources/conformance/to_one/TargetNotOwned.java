package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ManyToOne Tag tag;
}

@Entity
class Tag {
    @Id java.util.UUID id;
}
