// refused: MAP03; Phone.country; 'table'; @CollectionTable
package conformance.element_collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
@SecondaryTable(name = "customer_extra")
class Customer {
    @Id Long id;
    @ElementCollection List<Phone> phones;
}

@Embeddable
class Phone {
    @ManyToOne
    @JoinColumn(table = "customer_extra")
    Country country;
}

@Entity
@Migratable
class Country {
    @Id String code;
}
