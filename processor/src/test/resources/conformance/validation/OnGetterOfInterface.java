package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

interface Named {

    @NotNull
    @Size(max = 9)
    String getName();
}

@Migratable
@Entity
class Thing implements Named {

    @Id
    long id;

    private String name;

    @Override
    public String getName() {
        return name;
    }
}
