package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@MappedSuperclass
abstract class Numbered<T> {
    @Id Long id;

    @OneToMany(mappedBy = "home.post")
    @OrderColumn
    List<T> lines;
}

@Entity
@Migratable
class Post extends Numbered<Line> {}

@Embeddable
class Home {
    @ManyToOne Post post;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @Embedded Home home;
}
