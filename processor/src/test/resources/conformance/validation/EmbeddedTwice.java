package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

@Embeddable
class Inner {

    @NotNull
    String text;
}

@Embeddable
class Outer {

    @Valid
    @NotNull
    Inner inner;
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
