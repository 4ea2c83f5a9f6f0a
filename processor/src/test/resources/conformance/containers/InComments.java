package conformance.containers;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Comments;

@SecondaryTable(name = "more")
@Comments({@Comment("things"), @Comment(on = "more", value = "more of them")})
@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(table = "more")
    String name;
}
