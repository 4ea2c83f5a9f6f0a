package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.validator.constraints.Length;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Length(max = 30)
    String name;

    @Length(min = 3)
    String open;
}
