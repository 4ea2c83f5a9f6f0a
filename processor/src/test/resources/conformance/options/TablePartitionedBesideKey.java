// refused: MAP03; Event; PARTITION BY; id; @PartitionKey
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.*;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
@Table(options = "partition by range (day)")
class Event {
    @Id Long id;

    LocalDate day;
}
