package conformance.defaults;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Migratable
class Note {
    @Id
    Long id;

    @ColumnDefault("null")
    String text;
}
