package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

enum Shape {
    ROUND {
        @Override
        int corners() {
            return 0;
        }
    },
    SQUARE {
        @Override
        int corners() {
            return 4;
        }
    };

    abstract int corners();
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Enumerated(EnumType.STRING)
    Shape shape;
}
