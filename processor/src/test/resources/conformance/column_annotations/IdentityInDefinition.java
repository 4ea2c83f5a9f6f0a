// refused: MAP03; Thing.number; GENERATED; STORED
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

    @Column(columnDefinition = "integer generated always as identity")
    Integer number;
}
