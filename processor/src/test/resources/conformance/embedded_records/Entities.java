package conformance.embedded_records;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

@Embeddable
record Period(@Column(name = "valid_from", nullable = false) LocalDate from, LocalDate until) {}

@Embeddable
record Weight(int grams, Period measured) {}

@Entity
@Migratable
class Contract {
    @Id
    Long id;

    Period period;
}

@Entity
@Migratable
class Parcel {
    private Long id;
    private Weight weight;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @AttributeOverride(name = "measured.from", column = @Column(name = "measured_from"))
    public Weight getWeight() {
        return weight;
    }

    public void setWeight(Weight weight) {
        this.weight = weight;
    }
}
