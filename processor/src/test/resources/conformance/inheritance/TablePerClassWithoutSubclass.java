package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Payment {
    @Id Long id;
    long amount;
}

@Entity
@Migratable
class Receipt {
    @Id Long id;
    @ManyToOne Payment payment;
    @ManyToMany java.util.Set<Payment> others;
}
