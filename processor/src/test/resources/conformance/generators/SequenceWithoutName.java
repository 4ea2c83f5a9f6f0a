package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id
    @SequenceGenerator(allocationSize = 5)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
    Long id;
}

@Entity
@Migratable
@SequenceGenerator(name = "other", sequenceName = "other_ids")
class Tag {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
    Long id;
}
