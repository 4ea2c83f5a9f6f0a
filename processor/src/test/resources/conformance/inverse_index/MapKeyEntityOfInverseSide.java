package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    @MapKeyJoinColumn(name = "language_id")
    Map<Language, Line> byLanguage;
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
    @ManyToOne Post post;
}
