package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Version
    @Column(name = "revision")
    Long version;
}
