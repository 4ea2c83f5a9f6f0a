package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Owner {

    @Id
    Long id;
}

@Entity
@Migratable
class Company extends Owner {}

@Entity
@Migratable
class Visit {

    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "owner_id", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Owner owner;

    @ManyToOne
    @JoinColumn(name = "owner_id", insertable = false, updatable = false)
    Company company;
}
