package conformance.column_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.NaturalId;

@Migratable
@Entity
class Owner {

    @Id
    long id;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @NaturalId
    @ManyToOne
    Owner owner;

    @NaturalId
    String code;
}
