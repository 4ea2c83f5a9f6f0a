package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.hibernate.annotations.Subselect;

@Entity
@Migratable
@Subselect("select id from report")
class Summary {
    @Id
    @GeneratedValue
    Long id;
    String text;
    @ElementCollection
    List<String> words;
}

@Entity
@Migratable
class Report {
    @Id
    Long id;
    @ManyToOne
    Summary summary;
}
