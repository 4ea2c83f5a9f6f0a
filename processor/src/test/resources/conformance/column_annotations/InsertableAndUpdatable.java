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

    @Column(insertable = false)
    String one;

    @Column(updatable = false)
    String two;

    @Column(insertable = false, updatable = false)
    int three;
}
