package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NotNull
    @Column(nullable = true)
    String name;

    @NotNull
    @Basic(optional = true)
    String other;
}
