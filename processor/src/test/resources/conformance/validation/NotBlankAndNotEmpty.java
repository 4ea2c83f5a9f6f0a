package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NotBlank
    String name;

    @NotEmpty
    String text;

    @NotEmpty
    byte[] bytes;
}
