package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.io.Serializable;

@Embeddable
record ProductKey(String code, int edition) implements Serializable {}

@Entity
@Migratable
class Product {

    @EmbeddedId
    ProductKey key;
}

/** Of several join columns, Hibernate heeds the container's foreign key alone. */
@Entity
@Migratable
class Stock {

    @Id
    Long id;

    @ManyToOne
    @JoinColumn(
            name = "first_code",
            referencedColumnName = "code",
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    @JoinColumn(name = "first_edition", referencedColumnName = "edition")
    Product first;

    @ManyToOne
    @JoinColumns(
            value = {
                @JoinColumn(name = "second_code", referencedColumnName = "code"),
                @JoinColumn(name = "second_edition", referencedColumnName = "edition")
            },
            foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Product second;
}
