package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Embeddable
class Inner {

    @NotNull
    @Size(max = 5)
    String text;
}

@Embeddable
class Outer {

    @Valid
    Inner inner;

    @NotNull
    String name;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Valid
    @NotNull
    Outer outer;
}
