// refused: MAP07; Report.summary; @View; Reference a table
package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.View;

@Entity
@View(query = "select 1 as id")
class Summary {
    @Id
    Long id;
}

@Entity
@Migratable
class Report {
    @Id
    Long id;
    @ManyToOne
    Summary summary;
}
