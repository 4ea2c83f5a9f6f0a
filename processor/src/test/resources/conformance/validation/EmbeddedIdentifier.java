package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

@Embeddable
class ThingId implements Serializable {

    @Size(max = 8)
    String code;

    Integer number;

    @Override
    public boolean equals(Object other) {
        return other == this;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}

@Migratable
@Entity
class Thing {

    @EmbeddedId
    @Valid
    ThingId id;
}
