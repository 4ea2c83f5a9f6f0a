package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id
    @TableGenerator(name = "ids", schema = "keys", table = "`Values`", valueColumnName = "`Last`")
    @GeneratedValue(generator = "ids")
    Long id;
}

@Entity
@Migratable
class Tag {
    @Id
    @TableGenerator
    @GeneratedValue
    Long id;
}
