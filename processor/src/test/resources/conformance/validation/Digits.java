package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
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

    @Digits(integer = 5, fraction = 0)
    @Column(precision = 20, scale = 4)
    BigDecimal replaced;

    @Digits(integer = 4, fraction = 0)
    Integer number;

    @Digits(integer = 4, fraction = 2)
    String text;

    @Digits(integer = 3, fraction = 0)
    double rough;
}
