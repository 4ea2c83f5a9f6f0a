// refused: MAP07; Cart.items; cart_id; Item, which is @Migratable; Annotate that one
package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.List;

@Entity
class Cart {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "cart_id")
    List<Item> items;
}

@Entity
@Migratable
class Item {
    @Id Long id;
}
