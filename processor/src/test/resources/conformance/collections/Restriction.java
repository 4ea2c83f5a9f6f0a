package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.SQLJoinTableRestriction;
import org.hibernate.annotations.SQLRestriction;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ElementCollection @SQLRestriction("words <> ''") List<String> words;
    @ManyToMany @SQLJoinTableRestriction("tags_id > 0") List<Tag> tags;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
