package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
class Item {
    @Id Long id;
    @ElementCollection @OrderColumn(name = "position") List<String> tags;
}
