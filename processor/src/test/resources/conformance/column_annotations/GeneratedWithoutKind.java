// refused: MAP03; Thing.twice; GENERATED; STORED
package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    int amount;

    @Column(columnDefinition = "integer generated always as (amount * 2)", insertable = false, updatable = false)
    Integer twice;
}
