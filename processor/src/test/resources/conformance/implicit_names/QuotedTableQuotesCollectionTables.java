package conformance.implicit_names;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;

@Entity
@Migratable
@Table(name = "\"Art icle\"")
class Article {
    @Id
    Long articleId;

    @ElementCollection
    Set<String> keyWords;

    @ManyToMany
    List<Article> seeAlso;

    @OneToMany
    Set<Picture> pictures;
}

@Entity
@Migratable
class Picture {
    @Id
    Long pictureId;

    @ManyToMany(mappedBy = "illustrations")
    Set<Chapter> chapters;
}

@Entity
@Migratable
@Table(name = "`Chapter`")
class Chapter {
    @Id
    Long chapterId;

    @ManyToMany
    Set<Picture> illustrations;
}
