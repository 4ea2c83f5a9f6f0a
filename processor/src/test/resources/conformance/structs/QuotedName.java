// refused: MAP03; Thing.address; name; @Struct
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "`Address`")
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
