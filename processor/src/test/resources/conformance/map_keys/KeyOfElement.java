package conformance.map_keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Shop {
    @Id Long id;

    @ManyToMany
    @MapKey(name = "code")
    Map<String, Product> products;

    @OneToMany
    @JoinTable(name = "shop_other")
    @MapKey
    Map<Long, Product> others;

    @OneToMany
    @JoinColumn(name = "shop_id")
    @MapKey(name = "code")
    Map<String, Product> owned;
}

@Entity
@Migratable
class Product {
    @Id Long id;
    String code;
}
