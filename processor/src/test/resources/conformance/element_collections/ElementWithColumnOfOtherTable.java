// refused: MAP03; Phone.number; 'table'; @CollectionTable
package conformance.element_collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
@SecondaryTable(name = "customer_extra")
class Customer {
    @Id Long id;
    @ElementCollection Set<Phone> phones;
}

@Embeddable
class Phone {
    @Column(table = "customer_extra", nullable = false)
    String number;
}
