package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(columnDefinition = "int[] default '{}'")
    int[] numbers;

    @Column(columnDefinition = "numeric(10, 2) not null default 0.00")
    BigDecimal amount;

    @Column(columnDefinition = "timestamptz default now()")
    Instant at;

    @Column(columnDefinition = "char(3)")
    String code;

    @Column(columnDefinition = "interval")
    String span;

    @Column(columnDefinition = "tsvector")
    String search;
}
