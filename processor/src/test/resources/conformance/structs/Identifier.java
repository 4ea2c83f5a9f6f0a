// refused: MAP03; Thing.key; identifier
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "key")
class Key {
    long one;
    long two;
}

@Migratable
@Entity
class Thing {

    @EmbeddedId
    Key key;
}
