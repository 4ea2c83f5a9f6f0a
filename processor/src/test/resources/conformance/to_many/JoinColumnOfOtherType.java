// refused: MAP07; Cart; 'cart_id' of type bigint; character varying; mappedBy
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
@Migratable
class Item {
    @Id Long id;

    @Column(name = "cart_id", insertable = false, updatable = false)
    String cart;
}
