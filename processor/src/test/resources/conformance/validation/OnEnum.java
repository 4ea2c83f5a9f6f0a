package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

enum Color {
    RED,
    GREEN
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NotNull
    @Enumerated(EnumType.STRING)
    Color name;

    @NotNull
    Color ordinal;
}
