package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ElementCollection
    @NotNull
    @Size(max = 3)
    List<String> names;

    @ElementCollection
    List<@NotNull @Size(max = 5) String> others;

    @ElementCollection
    @NotEmpty
    Map<String, Integer> counts;
}
