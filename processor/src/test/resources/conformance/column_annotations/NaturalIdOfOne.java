package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.NaturalId;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NaturalId
    String code;
}
