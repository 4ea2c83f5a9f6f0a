package conformance.map_keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;

@Embeddable
record ProductId(String maker, int number) {}

@Entity
@Migratable
class Shop {
    @Id Long id;

    @ElementCollection
    @MapKeyJoinColumn(name = "p_maker", referencedColumnName = "maker")
    @MapKeyJoinColumn(name = "p_number", referencedColumnName = "number")
    Map<Product, Integer> stock;
}

@Entity
@Migratable
class Product {
    @EmbeddedId ProductId id;
}
