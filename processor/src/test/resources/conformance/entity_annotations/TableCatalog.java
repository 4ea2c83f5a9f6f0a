package conformance.entity_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.List;

@Entity
@Migratable
@Table(catalog = "shop")
@SecondaryTable(name = "details", catalog = "shop")
class Report {
    @Id
    Long id;

    @Column(table = "details")
    String text;

    @ElementCollection
    @CollectionTable(catalog = "other")
    List<String> words;
}
