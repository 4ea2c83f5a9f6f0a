package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;

@Migratable
@NaturalIdCache
@Entity
class Thing {

    @Id
    long id;

    @NaturalId(mutable = true)
    String code;

    @NaturalId(mutable = true)
    String area;
}
