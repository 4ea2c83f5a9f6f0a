package conformance.comments;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Check;

@Entity
@Migratable
class Item {
    @Id Long id;
    @Embedded @Check(constraints = "width < height") Size size;
}

@Embeddable
class Size {
    int width;
    int height;
}
