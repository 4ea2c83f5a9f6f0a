package conformance.comments;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Migratable
class Item {
    @Id Long id;
    @Embedded @ColumnDefault("1") Size size;
}

@Embeddable
class Size {
    int width;
    int height;
}
