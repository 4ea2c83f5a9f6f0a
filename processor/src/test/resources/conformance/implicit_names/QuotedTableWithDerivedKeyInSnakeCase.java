// option: migratable.naming=snake_case
package conformance.implicit_names;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

@Entity
@Migratable
class Parcel {
    @Id
    Long parcelNo;

    @ManyToOne
    Product firstProduct;

    @ManyToOne
    Article firstArticle;
}

@Entity
@Migratable
@Table(name = "\"The products\"")
class Product {
    @Id
    @OneToOne
    Parcel mainParcel;
}

@Entity
@Migratable
@Table(name = "\"The articles\"")
class Article {
    @Id
    @OneToOne
    @JoinColumn(name = "mainParcel")
    Parcel mainParcel;
}
