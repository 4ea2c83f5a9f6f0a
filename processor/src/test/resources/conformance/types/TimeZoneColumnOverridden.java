// refused: MAP03; Times.leaves; @AttributeOverride; Name the columns where
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Entity
@Migratable
class Flight {

    @Id
    Long id;

    @AttributeOverride(name = "leaves", column = @Column(name = "leaves_at"))
    Times times;
}

@Embeddable
class Times {

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime leaves;
}
