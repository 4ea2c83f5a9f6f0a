package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Node {
    @Id Long id;
    @ManyToOne Node parent;
    @OneToOne Node twin;
}
