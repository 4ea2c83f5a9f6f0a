// refused: MAP07; Cart.items; @JoinColumn; Item, which is not @Migratable; @JoinTable
package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
class Cart {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "cart_id")
    List<Item> items;
}

@Entity
class Item {
    @Id Long id;
}
