package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NotNull
    String name;

    @NotNull
    Integer number;
}
