// refused: MAP08; Payment; no entity of the module extends it; @MappedSuperclass
package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Payment {
    @Id Long id;
}
