// option: migratable.beanValidation=none
package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Digits(integer = 6, fraction = 2)
    BigDecimal amount;
}
