// setting: jakarta.persistence.create-database-schemas=true
package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id
    @GeneratedValue(generator = "g")
    @SequenceGenerator(name = "g", schema = "ids", sequenceName = "posts")
    Long id;
}
