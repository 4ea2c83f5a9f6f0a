package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

enum Color {
    RED,
    GREEN
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Color name;

    @Column(columnDefinition = "integer")
    Color ordinal;
}
