// refused: MAP03; Reading.region; @PartitionKey; Remove it
package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
class Reading {
    @Id long id;
    @PartitionKey @ManyToOne Region region;
}

@Entity
@Migratable
class Region {
    @Id long id;
}
