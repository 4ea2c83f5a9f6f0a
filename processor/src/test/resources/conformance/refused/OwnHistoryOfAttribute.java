// refused: MAP01; Thing.names; @Temporal.HistoryTable; the two times as attributes of your own
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Temporal;

@Temporal
@Temporal.HistoryPartitioning(currentPartition = "thing_now", historyPartition = "thing_then")
@Entity
@Migratable
class Thing {
    @Id Long id;

    @Temporal.Excluded String note;

    @ElementCollection
    @Temporal.HistoryTable(name = "names_then")
    Set<String> names;
}
