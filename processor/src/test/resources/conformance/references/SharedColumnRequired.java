package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
class Item {
    @Id Long id;
    @ManyToOne(optional = false) @JoinColumn(name = "shelf", unique = true) @Comment("x") @ColumnDefault("7") @Check(constraints = "shelf > 0") Shelf shelf;
    @Column(name = "shelf", insertable = false, updatable = false) Long shelfId;
}

@Entity
@Migratable
class Shelf {
    @Id Long id;
}
