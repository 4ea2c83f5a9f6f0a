// refused: MAP01; Address; @Struct; @Transient
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
