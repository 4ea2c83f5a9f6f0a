package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;

interface Strict {}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NotNull(groups = Strict.class)
    String loose;

    @NotNull(groups = {Strict.class, Default.class})
    String name;

    @Size(max = 10, groups = Strict.class)
    @Size(max = 20)
    String text;
}
