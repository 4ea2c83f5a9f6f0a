package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@SequenceGenerator(sequenceName = "post_numbers", allocationSize = 1)
class Post {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
}
