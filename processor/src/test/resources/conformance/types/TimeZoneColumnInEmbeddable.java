package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.OffsetDateTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

@Embeddable
class Sale {
    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime at;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Embedded
    Sale sale;
}
