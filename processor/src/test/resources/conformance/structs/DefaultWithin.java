// refused: MAP03; Thing.address; 'street'; default
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @ColumnDefault("'x'")
    String street;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Address address;
}
