package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@MappedSuperclass
abstract class Base {

    @NotNull
    @Size(max = 10)
    String name;
}

@Migratable
@Entity
class Thing extends Base {

    @Id
    long id;
}
