package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "t")
    @TableGenerator(name = "t")
    Long id;
}
