// refused: MAP03; Thing.addresses; @Struct; @ElementCollection
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.List;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @Column(nullable = false)
    String street;
    String city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @ElementCollection
    @OrderColumn
    List<Address> addresses;
}
