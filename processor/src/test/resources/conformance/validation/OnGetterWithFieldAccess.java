package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    private String name;

    private Boolean active;

    @NotNull
    @Size(max = 30)
    public String getName() {
        return name;
    }

    @NotNull
    public Boolean getActive() {
        return active;
    }
}
