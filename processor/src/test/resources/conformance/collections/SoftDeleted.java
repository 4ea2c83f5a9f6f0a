package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.SoftDelete;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ElementCollection @SoftDelete List<String> words;
}
