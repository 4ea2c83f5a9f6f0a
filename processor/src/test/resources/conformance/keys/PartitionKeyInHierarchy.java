// refused: MAP08; Reading.year; @PartitionKey; Remove it
package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.PartitionKey;

@Entity
@Migratable
class Reading {
    @Id long id;
    @PartitionKey Integer year;
}

@Entity
@Migratable
class HotReading extends Reading {}
