// refused: MAP03; Thing.address; collection; SqlTypes.JSON
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Set;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    String street;

    @ElementCollection
    Set<String> tags;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
