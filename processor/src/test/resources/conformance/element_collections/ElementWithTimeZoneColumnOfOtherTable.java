// refused: MAP03; Visit.at; 'table'; @CollectionTable
package conformance.element_collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.annotations.*;

@Entity
@Migratable
@SecondaryTable(name = "customer_extra")
class Customer {
    @Id Long id;
    @ElementCollection List<Visit> visits;
}

@Embeddable
class Visit {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "zone", table = "customer_extra")
    OffsetDateTime at;
}
