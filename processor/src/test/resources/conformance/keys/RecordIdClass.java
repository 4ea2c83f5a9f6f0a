package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

record PlaceId(String shop, int aisle) {}

@Entity
@Migratable
@IdClass(PlaceId.class)
class Place {
    @Id int aisle;
    @Id String shop;
    @ManyToOne Place next;
}
