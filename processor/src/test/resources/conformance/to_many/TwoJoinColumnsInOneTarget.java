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

    @OneToMany
    @JoinColumn(name = "removed_from")
    List<Item> removed;
}

@Entity
@Migratable
class Wishlist {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "wishlist_id")
    List<Item> items;
}

@Entity
@Migratable
class Item {
    @Id Long id;
}
