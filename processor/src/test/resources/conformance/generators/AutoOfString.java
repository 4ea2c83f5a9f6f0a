package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id @GeneratedValue String id;
}
