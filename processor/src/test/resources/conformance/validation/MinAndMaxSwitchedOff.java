// option: migratable.beanValidation=none
package conformance.validation;

import dev.migratable.annotations.Migratable;
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
    int primitive;

    @Max(100)
    Integer wrapper;
}
