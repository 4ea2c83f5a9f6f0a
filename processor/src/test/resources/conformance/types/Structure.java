// refused: MAP01; Address; @Struct; SqlTypes.JSON
package conformance.types;

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

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
