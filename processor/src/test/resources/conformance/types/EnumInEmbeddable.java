package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

enum Color {
    RED,
    GREEN
}

@Embeddable
class Paint {
    @Enumerated(EnumType.STRING)
    Color base;
    Color top;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Embedded
    Paint paint;
}
