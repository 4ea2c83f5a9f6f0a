package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UpdateTimestamp;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @CreationTimestamp
    Instant created;

    @UpdateTimestamp
    LocalDateTime updated;

    @CreationTimestamp(source = SourceType.DB)
    @Column(updatable = false)
    LocalDate day;
}
