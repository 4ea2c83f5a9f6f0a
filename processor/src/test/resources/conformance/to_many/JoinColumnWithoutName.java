package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Cart {
    @Id Long id;

    @OneToMany
    @JoinColumn
    Set<Item> items;
}

@Entity
@Migratable
class Item {
    @Id Long id;
}
