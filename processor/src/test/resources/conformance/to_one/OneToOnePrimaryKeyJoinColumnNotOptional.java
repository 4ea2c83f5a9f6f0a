package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Summary {
    @Id Long id;
    @OneToOne(optional = false) @PrimaryKeyJoinColumn Post post;
}

@Entity
@Migratable
class Post {
    @Id Long id;
}
