// refused: MAP03; Thing.address; unique
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @Column(unique = true)
    String street;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
