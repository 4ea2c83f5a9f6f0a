// refused: MAP03; Thing.address; catalog; @Struct
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address", catalog = "db")
class Address {
    String street;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
