// refused: MAP02; Thing.amount; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(precision = 10, scale = 2)
    Double amount;
}
