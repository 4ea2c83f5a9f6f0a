package conformance.composite_ids;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
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
    @JoinColumn(name = "code", referencedColumnName = "code")
    @JoinColumn(name = "edition", referencedColumnName = "edition")
    Product product;
}
