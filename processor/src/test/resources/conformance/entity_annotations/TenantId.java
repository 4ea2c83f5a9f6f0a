package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.TenantId;

@Entity
@Migratable
class Report {
    @Id
    Long id;
    @TenantId
    String tenant;
}

@Entity
@Migratable
class Note {
    @Id
    Long id;
    @TenantId
    @Column(name = "owner", length = 10)
    String tenant;
}
