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

    @OneToMany(mappedBy = "cart")
    @MapKeyColumn(name = "place")
    java.util.Map<Integer, Item> byPlace;
}

@Entity
@Migratable
class Item {
    @Id Long id;

    @ManyToOne
    @JoinColumn(name = "cart_id")
    Cart cart;

    Integer place;
}
