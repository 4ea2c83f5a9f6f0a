package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Migratable
@Entity
class Thing {

    @Id
    @Size(max = 12)
    String id;

    @Version
    @NotNull
    @Min(0)
    Integer version;
}
