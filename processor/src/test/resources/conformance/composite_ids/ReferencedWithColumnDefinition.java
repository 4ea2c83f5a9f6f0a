// refused: MAP03; Stock.product; columnDefinition; 'code'; referencedColumnName
package conformance.composite_ids;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;

@Entity
@Migratable
class Product {

    @EmbeddedId
    ProductKey key;
}

@Embeddable
record ProductKey(@Column(columnDefinition = "char(8)") String code, int edition) implements Serializable {}

@Entity
@Migratable
class Stock {

    @Id
    Long id;

    @ManyToOne
    Product product;
}
