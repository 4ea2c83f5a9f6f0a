package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

enum Color {
    RED
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Enumerated(EnumType.STRING)
    @Column(length = 20_000_000)
    Color color;
}
