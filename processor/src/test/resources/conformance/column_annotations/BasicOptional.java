package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Basic(optional = false)
    String required;

    @Basic(optional = false)
    @Column(nullable = true)
    String contradicted;

    @Basic
    int primitive;
}
