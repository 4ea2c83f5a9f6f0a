package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnTransformer;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ColumnTransformer(read = "secret * 2", write = "? / 2")
    Integer secret;
}
