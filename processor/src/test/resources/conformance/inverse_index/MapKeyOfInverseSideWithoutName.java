package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    Map<String, Line> byLanguage;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @ManyToOne Post post;
}
