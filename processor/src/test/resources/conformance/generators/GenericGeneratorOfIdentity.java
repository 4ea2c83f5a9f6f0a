// refused: MAP06; Post.id; @GenericGenerator; GenerationType.IDENTITY
package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.GenericGenerator;

@Entity
@SuppressWarnings("removal")
@Migratable
class Post {
    @Id
    @GeneratedValue(generator = "own")
    @GenericGenerator(name = "own", strategy = "identity")
    Long id;
}
