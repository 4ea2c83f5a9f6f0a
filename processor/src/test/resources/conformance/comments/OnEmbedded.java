package conformance.comments;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
class Item {
    @Id Long id;
    @Embedded @Comment("about") Size size;
}

@Embeddable
class Size {
    int width;
    int height;
}
