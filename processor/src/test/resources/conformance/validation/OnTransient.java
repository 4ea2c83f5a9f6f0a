package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.NotNull;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NotNull
    @Transient
    String name;

    @NotNull
    transient String other;
}
