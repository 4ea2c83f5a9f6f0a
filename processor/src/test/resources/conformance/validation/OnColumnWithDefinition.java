package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NotNull
    @Size(max = 15)
    @Column(columnDefinition = "text")
    String name;

    @Min(3)
    @Column(columnDefinition = "bigint")
    Integer number;
}
