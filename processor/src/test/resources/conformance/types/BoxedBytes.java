// refused: MAP02; Thing.bytes; java.lang.Byte[]; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Byte[] bytes;
}
