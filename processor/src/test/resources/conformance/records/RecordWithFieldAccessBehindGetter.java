package conformance.records;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

@Embeddable
@Access(AccessType.FIELD)
record Period(@Column(name = "valid_from") LocalDate from, LocalDate until) {}

@Entity
@Migratable
class Contract {
    private Long id;
    private Period period;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Period getPeriod() {
        return period;
    }

    public void setPeriod(Period period) {
        this.period = period;
    }
}
