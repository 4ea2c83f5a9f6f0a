package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Embeddable
record LineId(@Column(name = "order_id") Long order, int number) {}

@Entity
@Migratable
class Line {
    @EmbeddedId LineId id;

    @ManyToOne
    @JoinColumn(name = "order_id", insertable = false, updatable = false)
    Orders order;
}

@Entity
@Migratable
class Orders {
    @Id Long id;
}
