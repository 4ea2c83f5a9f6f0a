package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Check(name = "low", constraints = "amount > 0")
    @Check(name = "high", constraints = "amount < 100")
    int amount;
}
