// option: migratable.naming=snake_case
package conformance.embeddables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Embeddable
class House {
    int houseNumber;

    @Column(name = "theFloor")
    int floor;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @EmbeddedColumnNaming("myHome%s")
    House home;

    @EmbeddedColumnNaming
    House secondHome;
}
