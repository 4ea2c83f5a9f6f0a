// refused: MAP07; Item; holder; NO_CONSTRAINT
package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Item {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "holder", foreignKey = @ForeignKey(name = "fk_box")) Box box;
    @ManyToOne @JoinColumn(name = "holder", insertable = false, updatable = false, foreignKey = @ForeignKey(name = "fk_bag")) Bag bag;
}

@Entity
@Migratable
class Box {
    @Id Long id;
}

@Entity
@Migratable
class Bag {
    @Id Long id;
}
