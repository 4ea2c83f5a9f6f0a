package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @NotNull
    String street;

    @Size(max = 30)
    String city;

    @Min(1)
    int number;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Valid
    Address home;

    @NotNull
    @Valid
    Address work;

    @NotNull
    Address[] others;
}
