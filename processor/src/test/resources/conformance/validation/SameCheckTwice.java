package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Min;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Min(1)
    @Column(check = @CheckConstraint(constraint = "number>=1"))
    Integer number;
}
