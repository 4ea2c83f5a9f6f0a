package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    @MapKeyColumn(name = "language", length = 8)
    Map<String, Line> byLanguage;

    @OneToMany(mappedBy = "post")
    @MapKey(name = "text")
    Map<String, Line> byText;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @ManyToOne Post post;
    String text;
}
