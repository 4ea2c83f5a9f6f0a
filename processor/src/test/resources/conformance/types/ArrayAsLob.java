// refused: MAP02; Thing.texts; @Lob; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Lob
    String[] texts;
}
