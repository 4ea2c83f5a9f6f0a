package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    @OrderColumn(nullable = false)
    List<Line> lines;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @ManyToOne(optional = false) Post post;
}
