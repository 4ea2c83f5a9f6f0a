package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.util.Calendar;
import java.util.Date;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Temporal(TemporalType.DATE)
    Date v00;

    @Temporal(TemporalType.DATE)
    Calendar v01;

    @Temporal(TemporalType.TIME)
    Date v10;

    @Temporal(TemporalType.TIME)
    Calendar v11;

    @Temporal(TemporalType.TIMESTAMP)
    Date v20;

    @Temporal(TemporalType.TIMESTAMP)
    Calendar v21;
}
