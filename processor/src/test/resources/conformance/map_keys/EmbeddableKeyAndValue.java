package conformance.map_keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Place {
    String aisle;
    int shelf;
}

@Embeddable
class Box {
    String label;
    int weight;
}

@Entity
@Migratable
class Shop {
    @Id Long id;

    @ElementCollection
    Map<Place, Box> boxes;

    @ElementCollection
    @AttributeOverrides({
        @AttributeOverride(name = "key.aisle", column = @Column(name = "k_aisle")),
        @AttributeOverride(name = "value.label", column = @Column(name = "v_label"))
    })
    Map<Place, Box> others;
}
