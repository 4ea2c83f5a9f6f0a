package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;

@Entity
@Migratable
class Owner {

    @Id
    Long id;
}

@MappedSuperclass
class Owned {

    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "first_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Owner first;

    @ManyToOne
    Owner second;

    @ManyToOne
    Owner third;
}

/** Hibernate heeds the foreign key of the override and that of the attribute, not that of the override's join column. */
@Entity
@Migratable
@AssociationOverride(name = "first", joinColumns = @JoinColumn(name = "first"))
@AssociationOverride(
        name = "second",
        joinColumns = @JoinColumn(name = "second", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
@AssociationOverride(
        name = "third",
        joinColumns = @JoinColumn(name = "third"),
        foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class House extends Owned {}
