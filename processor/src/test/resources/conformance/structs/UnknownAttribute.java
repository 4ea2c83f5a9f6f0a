// refused: MAP03; Thing.address; attributes; city
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address", attributes = {"street", "town"})
class Address {
    String street;
    String city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
