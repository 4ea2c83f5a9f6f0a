package conformance.to_many;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import java.util.Map;

@Entity
@Migratable
class Shop {

    @Id
    Long id;

    @OneToMany
    @JoinColumn(name = "shop_id")
    Map<Shelf, Product> products;

    @OneToMany
    @JoinColumn(name = "reserve_shop_id")
    @MapKeyJoinColumn
    Map<Shelf, Product> reserve;

    @OneToMany
    @JoinColumn(name = "return_shop_id")
    @MapKeyJoinColumn(name = "return_shelf_id", nullable = true)
    Map<Shelf, Product> returns;
}

@Entity
@Migratable
class Shelf {

    @Id
    Long id;
}

@Entity
@Migratable
class Product {

    @Id
    Long id;
}
