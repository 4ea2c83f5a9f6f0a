package conformance.embeddables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;

@Embeddable
class Weight {
    @Basic(fetch = FetchType.LAZY)
    int grams;

    @Basic
    @Column
    int ounces;

    @Basic
    Integer stones;

    int pounds;
}

@Entity
@Migratable
class Parcel {
    @Id
    Long id;

    Weight weight;
}
