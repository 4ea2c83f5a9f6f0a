package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.RowId;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.Synchronize;

@Entity
@Migratable
@Immutable
@DynamicInsert
@DynamicUpdate
@RowId("ctid")
@SQLRestriction("id > 0")
@Synchronize("other")
class Report {
    @Id
    Long id;
}
