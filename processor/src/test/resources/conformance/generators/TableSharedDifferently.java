// refused: MAP09; Tag; the table 'id_values' is also that of; another name
package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id
    @TableGenerator(name = "a", table = "id_values")
    @GeneratedValue(generator = "a")
    Long id;
}

@Entity
@Migratable
class Tag {
    @Id
    @TableGenerator(name = "b", table = "id_values", valueColumnName = "last")
    @GeneratedValue(generator = "b")
    Long id;
}
