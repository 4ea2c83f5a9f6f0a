package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Formula;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    int amount;

    @Formula("amount * 2")
    int twice;
}
