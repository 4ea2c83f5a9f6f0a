package conformance.generators;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.util.Set;

@Entity
@Migratable
@SequenceGenerator(sequenceName = "unused")
class Thing {
    @Id
    Long id;

    @ElementCollection
    Set<String> words;
}
