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
    List<LongLine> lines;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @ManyToOne Post post;
}

@Entity
@Migratable
class LongLine extends Line {}
