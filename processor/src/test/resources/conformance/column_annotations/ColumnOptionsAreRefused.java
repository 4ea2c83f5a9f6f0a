// refused: MAP03; Thing.text; 'compression lz4' in the 'options' of @Column; changelog
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

    @Column(options = "compression lz4")
    String text;
}
