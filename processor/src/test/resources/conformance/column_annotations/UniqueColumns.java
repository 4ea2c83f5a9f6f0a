package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(unique = true)
    String code;

    @Column(unique = true, nullable = false)
    Integer number;
}
