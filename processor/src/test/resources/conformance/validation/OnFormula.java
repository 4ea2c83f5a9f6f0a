package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import org.hibernate.annotations.Formula;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NotNull
    @Formula("1 + 1")
    Integer two;
}
