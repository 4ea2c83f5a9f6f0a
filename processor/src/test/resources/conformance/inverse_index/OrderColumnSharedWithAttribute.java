package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;
import java.util.Map;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    @OrderColumn(name = "place")
    List<Line> lines;

    @OneToMany(mappedBy = "second")
    @MapKeyColumn(name = "language")
    Map<String, Line> byLanguage;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @ManyToOne Post post;
    @ManyToOne Post second;
    int place;
    @Column(nullable = false) String language;
}
