// refused: MAP03; Thing.address; 'street'; collation
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @Collate("C")
    String street;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
