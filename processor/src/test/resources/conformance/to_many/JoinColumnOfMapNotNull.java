package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
class Cart {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "cart_id", nullable = false)
    Map<String, Item> items;
}

@Entity
@Migratable
class Item {
    @Id Long id;
}
