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

    @Check(constraints = "amount > 0")
    int amount;

    @Check(name = "rank_is_low", constraints = "rank < 10")
    Integer rank;
}
