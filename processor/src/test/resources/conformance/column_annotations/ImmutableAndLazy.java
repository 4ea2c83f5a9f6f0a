package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @org.hibernate.annotations.Immutable
    String one;

    @Basic(fetch = jakarta.persistence.FetchType.LAZY)
    @org.hibernate.annotations.LazyGroup("late")
    String two;
}
