package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@MappedSuperclass
abstract class Base {
    @Id Long id;
}

@Entity
@Migratable
@AttributeOverride(name = "id", column = @Column(name = "post_no"))
class Post extends Base {}

@Entity
@Migratable
class Tag extends Base {
    @ManyToOne Post post;
}
