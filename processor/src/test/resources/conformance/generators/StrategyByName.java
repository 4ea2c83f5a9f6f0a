package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Item {
    @Id @GeneratedValue(generator = "increment") Long id;
}
