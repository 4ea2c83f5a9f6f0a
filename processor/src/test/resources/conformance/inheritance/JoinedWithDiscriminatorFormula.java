// refused: MAP08; Vehicle; @DiscriminatorFormula; Remove it
package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.annotations.DiscriminatorFormula;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorFormula("1")
class Vehicle {
    @Id
    Long id;
}
