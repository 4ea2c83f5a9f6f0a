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

    @OneToMany(mappedBy = "second")
    @OrderColumn(name = "place", columnDefinition = "smallint")
    @org.hibernate.annotations.ListIndexBase(1)
    List<Line> others;

    @OneToMany(mappedBy = "third")
    List<Line> unordered;
}

@Entity
class Line {
    @Id Long id;
    @ManyToOne Post post;
    @ManyToOne(optional = false) Post second;
    @ManyToOne Post third;
}
