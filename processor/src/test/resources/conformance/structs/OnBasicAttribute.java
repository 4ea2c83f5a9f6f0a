// refused: MAP01; Thing.name; @Struct; @Embeddable
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Struct(name = "text_type")
    String name;
}
