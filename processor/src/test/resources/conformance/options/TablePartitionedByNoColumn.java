// refused: MAP04; Event; PARTITION BY names 'dya'; day
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.*;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
@Table(options = "partition by range (dya)")
class Event {
    @Id LocalDate day;
}
