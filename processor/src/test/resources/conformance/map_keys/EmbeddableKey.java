package conformance.map_keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Place {
    String aisle;
    @Column(name = "shelf_number") int shelf;
}

@Entity
@Migratable
class Shop {
    @Id Long id;

    @ElementCollection
    Map<Place, String> labels;

    @ElementCollection
    @AttributeOverride(name = "key.aisle", column = @Column(name = "aisle_name", length = 10))
    @AttributeOverride(name = "value", column = @Column(name = "content", length = 40))
    Map<Place, String> contents;
}
