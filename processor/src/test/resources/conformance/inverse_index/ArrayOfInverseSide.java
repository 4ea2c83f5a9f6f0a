package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    @OrderColumn(name = "line_index")
    Line[] lines;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @ManyToOne Post post;
}
