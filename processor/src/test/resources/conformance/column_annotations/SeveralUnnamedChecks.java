package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Check;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Check(constraints = "amount > 0")
    @Column(check = {@CheckConstraint(constraint = "amount < 100"), @CheckConstraint(constraint = "amount <> 7")})
    int amount;
}
