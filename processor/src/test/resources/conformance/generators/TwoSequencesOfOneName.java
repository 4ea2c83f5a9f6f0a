// refused: MAP09; Other; sequence; another name
package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Item {
    @Id @GeneratedValue(generator = "s") @SequenceGenerator(name = "s", allocationSize = 1) Long id;
}

@Entity
@Migratable
class Other {
    @Id @GeneratedValue(generator = "s") @SequenceGenerator(name = "s", allocationSize = 10) Long id;
}
