package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.NaturalId;

@MappedSuperclass
abstract class Base {
    @NaturalId
    String code;
}

@Migratable
@Entity
class Thing extends Base {

    @Id
    long id;

    @NaturalId
    String area;
}
