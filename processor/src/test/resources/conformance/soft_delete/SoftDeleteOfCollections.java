package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import java.util.*;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ElementCollection @SoftDelete(strategy = SoftDeleteType.ACTIVE) Set<String> words;
    @ManyToMany @SoftDelete(strategy = SoftDeleteType.TIMESTAMP, columnName = "goneAt") Set<Tag> tags;
    @ElementCollection @OrderColumn @SoftDelete List<Integer> marks;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
