package conformance.element_collections;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.util.Set;

@Embeddable
class Page {
    int number;

    @Lob
    String text;
}

@Entity
@Migratable
class Book {
    @Id
    Long id;

    @ElementCollection
    Set<Page> pages;
}
