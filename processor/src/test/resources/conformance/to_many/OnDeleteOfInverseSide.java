// refused: MAP03; Cart.items; @OnDelete; mappedBy
package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Migratable
class Cart {
    @Id Long id;

    @OneToMany(mappedBy = "cart")
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<Item> items;
}

@Entity
@Migratable
class Item {
    @Id Long id;

    @ManyToOne Cart cart;
}
