package conformance.comments;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
class Item {
    @Id Long id;
    @Embedded @Comment(on = "width", value = "w") @Comment(on = "height", value = "h") Size size;
}

@Embeddable
class Size {
    int width;
    int height;
}
