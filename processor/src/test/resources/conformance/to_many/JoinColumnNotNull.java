package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
class Cart {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "cart_id", nullable = false, foreignKey = @ForeignKey(name = "item_cart"))
    List<Item> items;
}

@Entity
@Migratable
class Item {
    @Id Long id;
}
