// refused: MAP03; Detail.post; @PrimaryKeyJoinColumn; @JoinColumn
package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Text {
    @Id Long id;
}

@Entity
@Migratable
class Detail extends Text {
    @OneToOne(optional = false) @PrimaryKeyJoinColumn Post post;
}

@Entity
@Migratable
class Post {
    @Id Long id;
}
