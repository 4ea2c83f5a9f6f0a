// refused: MAP01; Post.id; @GenericGenerator; Remove it
package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.GenericGenerator;

@Entity
@Migratable
class Post {
    @Id
    @GeneratedValue(generator = "inc")
    @GenericGenerator(name = "inc", strategy = "increment")
    Long id;
}
