package conformance.map_keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Shop {
    @Id Long id;

    @ElementCollection
    Map<Product, Integer> stock;

    @ElementCollection
    @MapKeyJoinColumn(name = "product")
    Map<Product, String> notes;

    @ManyToMany
    Map<Product, Supplier> suppliers;
}

@Entity
@Migratable
class Product {
    @Id Long id;
}

@Entity
@Migratable
class Supplier {
    @Id Long id;
}
