// refused: MAP09; address; table
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    String street;
    String city;
    int number;
}

@Migratable
@Entity
@Table(name = "address")
class Thing {

    @Id
    long id;

    Address address;
}
