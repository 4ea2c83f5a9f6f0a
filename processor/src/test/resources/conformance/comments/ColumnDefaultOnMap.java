// refused: MAP03; Person.notes; @ColumnDefault; columnDefinition of @Column
package conformance.comments;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ElementCollection
    @ColumnDefault("'nothing'")
    Map<String, String> notes;
}
