package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    String größe;

    String straßenName;

    String éCole;
}
