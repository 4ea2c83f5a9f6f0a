// refused: MAP07; Receipt.payment; TABLE_PER_CLASS; @ForeignKey(ConstraintMode.NO_CONSTRAINT)
package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Payment {
    @Id Long id;
}

@Entity
@Migratable
class Receipt {
    @Id Long id;
    @ManyToOne Payment payment;
}
