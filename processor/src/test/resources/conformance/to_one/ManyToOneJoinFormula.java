// refused: MAP01; Post.tag; @JoinFormula; Remove it
package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.JoinFormula;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ManyToOne @JoinFormula("1") Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
