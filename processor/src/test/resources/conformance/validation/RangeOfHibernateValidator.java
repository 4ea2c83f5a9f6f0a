package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.validator.constraints.Range;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Range(min = 1, max = 10)
    int number;

    @Range(max = 5)
    Integer upTo;

    @Range(min = 3)
    long low;
}
