package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Embeddable
record ProductId(String maker, int number) {}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @MapKeyJoinColumns(
            value = {
                @MapKeyJoinColumn(name = "p_maker", referencedColumnName = "maker"),
                @MapKeyJoinColumn(name = "p_number", referencedColumnName = "number")
            },
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Map<Product, Integer> stock;
}

@Entity
@Migratable
class Product {
    @EmbeddedId ProductId id;
}
