package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Size(max = 10)
    @Size(min = 2)
    String name;

    @Min.List({@Min(1), @Min(2)})
    Integer number;
}
