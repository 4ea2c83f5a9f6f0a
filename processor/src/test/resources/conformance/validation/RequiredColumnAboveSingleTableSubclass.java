package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

@Entity
@Migratable
class Delivery {
    @Id
    Long id;

    @NotNull
    @Column(comment = "the number")
    double itemNo;

    @NotNull
    boolean open;

    @NotNull
    @Basic(optional = false)
    String place;

    @NotNull
    @Basic(optional = false)
    @Column(length = 20)
    String phone;
}

@Entity
@Migratable
class Express extends Delivery {}
