// refused: MAP03; Kind.name; 'table'; @CollectionTable
package conformance.map_keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
@SecondaryTable(name = "customer_extra")
class Customer {
    @Id Long id;
    @ElementCollection Map<Kind, String> phones;
}

@Embeddable
record Kind(@Column(table = "customer_extra") String name, int rank) {}
