// refused: MAP02; Thing.rough; java.lang.Double; columnDefinition
package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Digits;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Digits(integer = 3, fraction = 2)
    Double rough;
}
