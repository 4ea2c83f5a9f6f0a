package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Min(1)
    int primitive;

    @Max(100)
    Integer wrapper;

    @Min(-5)
    @Max(5)
    BigDecimal decimal;

    @Min(0)
    Long big;
}
