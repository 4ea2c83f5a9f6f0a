package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ElementCollection
    @CollectionTable(
            name = "words",
            joinColumns = @JoinColumn(name = "post"),
            foreignKey = @ForeignKey(name = "words_post"),
            uniqueConstraints = @UniqueConstraint(name = "one_word", columnNames = {"post", "word"}),
            indexes = @Index(name = "by_word", columnList = "word desc"))
    @Column(name = "word", nullable = false, length = 30)
    List<String> words;
}
