// option: migratable.naming=snake_case
package conformance.implicit_names;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Migratable
class Parcel {
    @Id
    Long parcelNo;

    @ManyToOne
    Product mainProduct;

    @ManyToOne
    Book mainBook;
}

@Entity
@Migratable
@Table(name = "\"The products\"")
@Inheritance(strategy = InheritanceType.JOINED)
class Product {
    @Id
    Long productNo;
}

@Entity
@Migratable
class Book extends Product {
    int pageCount;
}
