// refused: MAP03; Event; 'tablespace fast' in the 'options' of @Table; changelog
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.*;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
@Table(options = "partition by range (day) tablespace fast")
class Event {
    @Id LocalDate day;
}
