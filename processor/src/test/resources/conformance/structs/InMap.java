// refused: MAP03; Thing.addresses; @Struct; @ElementCollection
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import java.util.Map;
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
class Thing {

    @Id
    long id;

    @ElementCollection
    @MapKeyColumn(name = "kind")
    Map<String, Address> addresses;
}
