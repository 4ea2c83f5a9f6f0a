package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

enum Only {
    ONE
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Only ordinal;

    @Enumerated(EnumType.STRING)
    Only name;
}
