package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.io.Serializable;
import java.util.List;

@Embeddable
record ProductKey(String code, int edition) implements Serializable {}

@Entity
@Migratable
class Product {

    @EmbeddedId
    ProductKey key;

    @OneToMany
    @JoinColumn(
            name = "product_code",
            referencedColumnName = "code",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    @JoinColumn(name = "product_edition", referencedColumnName = "edition")
    List<Stock> stocks;

    @ElementCollection
    @CollectionTable(
            name = "product_name",
            joinColumns = {
                @JoinColumn(name = "code", referencedColumnName = "code"),
                @JoinColumn(
                        name = "edition",
                        referencedColumnName = "edition",
                        foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
            })
    List<String> names;

    @ManyToMany
    @JoinTable(
            name = "product_sold",
            inverseJoinColumns =
                    @JoinColumn(name = "stock_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
    List<Stock> sold;

    @ManyToMany
    @JoinTable(name = "product_bought", inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    List<Stock> bought;
}

@Entity
@Migratable
class Stock {

    @Id
    Long id;
}
