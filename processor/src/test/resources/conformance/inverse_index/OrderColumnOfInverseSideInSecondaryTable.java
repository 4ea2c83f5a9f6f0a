// refused: MAP07; Post.lines; index; @OrderBy
package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    @OrderColumn
    List<Line> lines;
}

@Entity
@Migratable
@SecondaryTable(name = "line_detail")
class Line {
    @Id Long id;
    @ManyToOne @JoinColumn(table = "line_detail") Post post;
}
