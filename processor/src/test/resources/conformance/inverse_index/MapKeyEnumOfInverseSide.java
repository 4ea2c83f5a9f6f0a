package conformance.inverse_index;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

enum Language {
    ENGLISH,
    GERMAN
}

@Entity
@Migratable
class Post {
    @Id Long id;

    @OneToMany(mappedBy = "post")
    @MapKeyColumn(name = "language")
    @MapKeyEnumerated(EnumType.STRING)
    Map<Language, Line> byLanguage;
}

@Entity
@Migratable
class Line {
    @Id Long id;
    @ManyToOne Post post;
}
