// refused: MAP07; BookItem.shelf; shelf; nullable = false
package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Item {
    @Id Long id;
}

@Entity
@Migratable
class BookItem extends Item {
    @ManyToOne(optional = false) @JoinColumn(name = "shelf") Shelf shelf;
    @Column(name = "shelf", insertable = false, updatable = false) Long shelfId;
}

@Entity
@Migratable
class Shelf {
    @Id Long id;
}
