// refused: MAP03; Pocket.cloth; key of a map; attributes of Cloth
package conformance.map_keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;

@Embeddable
class Cloth {
    String color;
}

@Embeddable
class Pocket {
    Cloth cloth;
    String size;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ElementCollection
    Map<Pocket, String> notes;
}
