package conformance.comments;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
@SecondaryTable(name = "more")
@Comment("main")
@Comment(on = "more", value = "second")
class Item {
    @Id Long id;
    @Column(table = "more") String text;
}
