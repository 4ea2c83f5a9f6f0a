package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(precision = 12, scale = 3)
    BigDecimal amount;

    @Column(precision = 12)
    BigDecimal whole;

    @Column(precision = 30)
    BigInteger big;

    @Column(precision = 4, scale = 1)
    Integer untouched;

    @Column(precision = 10)
    Duration duration;

    @Column(scale = 4)
    BigDecimal scaleOnly;
}
