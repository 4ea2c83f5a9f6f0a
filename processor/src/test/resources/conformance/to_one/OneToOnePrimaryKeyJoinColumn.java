package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Detail {
    @Id Long id;
    @OneToOne @PrimaryKeyJoinColumn Post post;
}

@Entity
@Migratable
class Post {
    @Id Long id;
}
