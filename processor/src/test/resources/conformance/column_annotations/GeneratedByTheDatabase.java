package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Generated;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Generated
    @ColumnDefault("now()")
    Instant at;

    @Generated(sql = "current_timestamp")
    Instant computed;

    @Generated(writable = true)
    Integer number;
}
