package conformance.embeddables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Embeddable
class House {
    int number;

    @Column(name = "STAIRS")
    int floor;
}

@Embeddable
class Street {
    String name;

    @EmbeddedColumnNaming("first_%s")
    House first;
}

@Entity
@Migratable
class Flat {
    @EmbeddedId
    @EmbeddedColumnNaming
    House house;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ManyToOne
    Flat flat;

    @ElementCollection
    @EmbeddedColumnNaming("ignored_%s")
    List<House> houses;

    @ElementCollection
    Map<String, Street> streets;
}
