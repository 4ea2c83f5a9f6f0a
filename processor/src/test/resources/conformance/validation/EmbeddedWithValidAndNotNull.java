package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Embeddable
class Address {

    @NotNull
    @Size(max = 80)
    String street;

    @Min(1)
    Integer number;

    String note;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Embedded
    @Valid
    @NotNull
    Address address;
}
