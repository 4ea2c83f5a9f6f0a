package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.List;

@Embeddable
record CartId(String shop, int number) {}

@Entity
@Migratable
class Cart {
    @EmbeddedId CartId id;

    @OneToMany
    @JoinColumn(name = "cart_shop", referencedColumnName = "shop")
    @JoinColumn(name = "cart_number", referencedColumnName = "number")
    List<Item> items;
}

@Entity
@Migratable
class Item {
    @Id Long id;
}
