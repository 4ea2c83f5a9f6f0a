package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
class Node {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "parent_id")
    List<Node> children;
}
