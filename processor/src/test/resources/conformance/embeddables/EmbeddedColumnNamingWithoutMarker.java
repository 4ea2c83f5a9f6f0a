// refused: MAP03; Person.home; @EmbeddedColumnNaming; "home_%s"
package conformance.embeddables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Embeddable
class House {
    int number;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @EmbeddedColumnNaming("home_%d")
    House home;
}
