package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

@MappedSuperclass
@SoftDelete(columnName = "gone")
class Base {
    @Id Long id;

    @ElementCollection Set<String> words;
}

@Entity
@Migratable
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
class Post extends Base {
    @ElementCollection @OrderColumn List<String> lines;

    @ManyToMany Set<Tag> tags;

    @OneToMany
    @JoinTable(name = "others")
    List<Tag> others;

    @OneToMany
    @JoinColumn(name = "post_id")
    List<Tag> more;

    @ElementCollection
    @SoftDelete(strategy = SoftDeleteType.ACTIVE)
    List<String> kept;

    @Embedded Notes notes;
}

@Embeddable
class Notes {
    @ElementCollection List<String> texts;
}

@Entity
@Migratable
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
class Tag {
    @Id Long id;

    @ManyToMany(mappedBy = "tags")
    Set<Post> posts;
}
