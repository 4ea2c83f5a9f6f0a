package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.generator.EventType;

@Entity
@Migratable
class Thing {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    UUID id;

    @UpdateTimestamp(source = SourceType.DB)
    java.time.Instant at;

    @Generated(event = EventType.INSERT)
    String name;
}
