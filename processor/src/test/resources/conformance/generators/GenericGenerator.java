package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.GenericGenerator;

@Entity
@SuppressWarnings("removal")
@Migratable
class Post {
    @Id
    @GeneratedValue(generator = "inc")
    @GenericGenerator(name = "inc", strategy = "increment")
    Long id;
}
