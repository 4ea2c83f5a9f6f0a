package conformance.containers;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Embeddable
record ThingId(String maker, int number) {}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Thing {
    @EmbeddedId ThingId id;
}

@Entity
@Migratable
@PrimaryKeyJoinColumns(
        value = {
            @PrimaryKeyJoinColumn(name = "p_maker", referencedColumnName = "maker"),
            @PrimaryKeyJoinColumn(name = "p_number", referencedColumnName = "number")
        },
        foreignKey = @ForeignKey(name = "special_thing"))
class Special extends Thing {
    String name;
}
