// refused: MAP07; Post.lines; lines_order; Line, which is @Migratable; Annotate that one
package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@Entity
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    @OrderColumn
    List<Line> lines;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @ManyToOne Post post;
}
