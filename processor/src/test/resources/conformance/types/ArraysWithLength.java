package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Array;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(length = 20)
    List<String> names;

    @Array(length = 5)
    String[] five;

    @Column(precision = 10, scale = 4)
    List<BigDecimal> amounts;

    @Column(precision = 3)
    List<LocalDateTime> times;

    @Column(secondPrecision = 3)
    List<LocalDateTime> untouched;
}
