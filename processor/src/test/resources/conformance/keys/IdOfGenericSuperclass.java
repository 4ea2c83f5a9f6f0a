package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.io.Serializable;

@MappedSuperclass
abstract class Base<I extends Serializable> {
    @Id I id;
}

@Entity
@Migratable
class Post extends Base<Long> {}

@Entity
@Migratable
class Tag extends Base<String> {
    @ManyToOne Post post;
}
