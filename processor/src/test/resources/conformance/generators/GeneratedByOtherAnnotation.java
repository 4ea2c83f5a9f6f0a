package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

@Entity
@Migratable
class Post {
    @Id @UuidGenerator UUID id;
}
