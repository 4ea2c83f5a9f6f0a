// refused: MAP02; Thing.local; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.time.LocalDateTime;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Temporal(TemporalType.DATE)
    LocalDateTime local;
}
