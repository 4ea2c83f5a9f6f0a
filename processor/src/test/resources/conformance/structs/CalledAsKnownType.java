// refused: MAP03; Thing.place; point; otherwise
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "point")
class Place {
    double latitude;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Place place;
}
