package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Min(1)
    @Column(name = "`Amount`")
    Integer amount;

    @Max(9)
    @Column(name = "`order`")
    Integer rank;
}
