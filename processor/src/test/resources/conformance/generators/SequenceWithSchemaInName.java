package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id
    @SequenceGenerator(name = "ids", sequenceName = "keys.post_ids")
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
    Long id;
}
