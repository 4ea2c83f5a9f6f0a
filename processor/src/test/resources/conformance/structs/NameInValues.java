// refused: MAP03; Thing.sort; 'kind'; path
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

enum Kind {
    KIND_ONE,
    KIND_TWO
}

@Embeddable
@Struct(name = "sort")
class Sort {
    @Enumerated(EnumType.STRING)
    Kind kind;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Sort sort;
}
