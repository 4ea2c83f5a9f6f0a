package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;

@Entity
@Migratable
@Check(name = "positive", constraints = "id > 0")
@Check(constraints = """
        length(text) > 1
        and text <> 'x'""")
@Table(check = @CheckConstraint(name = "few", constraint = "id < 1000"))
class Report {
    @Id
    Long id;
    String text;
}
