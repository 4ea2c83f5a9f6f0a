package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;
import java.util.Map;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "post_id")
    @OrderColumn(name = "place")
    List<Line> lines;

    @OneToMany
    @JoinColumn(name = "second_id")
    @OrderColumn(name = "second_place", nullable = false)
    List<Line> seconds;

    @OneToMany
    @JoinColumn(name = "third_id")
    @MapKeyJoinColumn(name = "language_id")
    Map<Language, Line> thirds;

    @OneToMany
    @JoinColumn(name = "fourth_id")
    @MapKeyJoinColumn(name = "other_language_id", nullable = true)
    Map<Language, Line> fourths;
}

@Entity
@Migratable
class Language {
    @Id Long id;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    int place;
}
