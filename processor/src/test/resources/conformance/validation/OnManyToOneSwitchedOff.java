// option: migratable.beanValidation=none
package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.NotNull;

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

    @ManyToOne
    @NotNull
    Owner owner;
}
