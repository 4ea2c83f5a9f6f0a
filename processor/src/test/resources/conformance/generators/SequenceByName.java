// refused: MAP06; Item.id; sequence; GenerationType.IDENTITY
package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Item {
    @Id @GeneratedValue(generator = "sequence") Long id;
}
