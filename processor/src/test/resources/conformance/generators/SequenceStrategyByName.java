package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Item {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "increment") Long id;
}
