// refused: MAP05; Note; @Id
package conformance.keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;

@Entity
@Migratable
class Note {
    String text;
}
