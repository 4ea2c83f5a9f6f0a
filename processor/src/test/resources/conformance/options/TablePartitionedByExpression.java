// refused: MAP03; Event; '(name))' in the 'options' of @Table; names of columns
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.*;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
@Table(options = "partition by range (lower(name))")
class Event {
    @Id String name;
}
