package conformance.join_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Entity
@Migratable
@Table(name = "tags")
class Tag {
    @Id
    Integer number;

    @ManyToMany(mappedBy = "tags")
    List<Article> articles;
}

@Entity
@Migratable
class Author { // referenced only
    @Id
    String name;
}

@Entity
@Migratable
class Article {
    @Id
    Long id;

    @ManyToMany
    List<Tag> tags;

    @ManyToMany
    @JoinTable(name = "article_author_set")
    Set<Author> authors;

    @ManyToMany
    @JoinTable(
            name = "readers",
            joinColumns = @JoinColumn(name = "article", nullable = false),
            inverseJoinColumns = @JoinColumn(name = "reader"),
            foreignKey = @ForeignKey(name = "readers_article"),
            inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    @OrderColumn(name = "place")
    List<Author> readers;

    @ManyToMany
    @JoinTable(name = "self")
    Set<Article> related;

    @ManyToMany
    @JoinTable(name = "by_role")
    Map<String, Author> byRole;
}

@Entity
@Migratable
class Album {
    @Id
    Long id;

    @OneToMany
    List<Author> bag;

    @OneToMany
    Set<Article> articles;

    @OneToMany
    @JoinTable(name = "album_tracks")
    @OrderColumn
    List<Tag> tracks;

    @OneToMany
    @JoinTable(name = "album_by_name")
    Map<String, Article> byName;
}
