// refused: MAP01; Thing; @Struct; @Embeddable
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Migratable
@Entity
@Struct(name = "thing_type")
class Thing {

    @Id
    long id;
}
