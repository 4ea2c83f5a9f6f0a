// refused: MAP01; Changes; @Changelog; write the history to an entity of your own
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.*;
import org.hibernate.annotations.Changelog;

@Changelog
@Entity
@Migratable
class Changes {
    @Id
    @GeneratedValue
    @Changelog.ChangesetId
    Long id;

    @Changelog.Timestamp Instant at;

    @ElementCollection
    @Changelog.ModifiedEntities
    Set<String> changed;
}
