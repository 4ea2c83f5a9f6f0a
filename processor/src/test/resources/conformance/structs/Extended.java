// refused: MAP03; Thing.address; extends
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    String street;
}

@Embeddable
class PostBox extends Address {
    int box;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
