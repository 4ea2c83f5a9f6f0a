package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.NaturalId;

@Embeddable
class Key {
    @NaturalId
    String area;
    Integer number;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Embedded
    Key key;

    @NaturalId
    String code;
}
