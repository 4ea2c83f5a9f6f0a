package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@SequenceGenerator(name = "ids", sequenceName = "all_ids", allocationSize = 10, initialValue = 5)
class Post {
    @Id @GeneratedValue(generator = "ids") Long id;
}

@Entity
@Migratable
@SequenceGenerator(name = "ids2", sequenceName = "all_ids", allocationSize = 10, initialValue = 5)
class Tag {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids2") Long id;
}
