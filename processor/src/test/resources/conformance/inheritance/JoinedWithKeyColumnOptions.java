// refused: MAP03; Car; 'check (id > 0)' in the 'options' of @PrimaryKeyJoinColumn; @Check
package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    Long id;
}

@Entity
@Migratable
@PrimaryKeyJoinColumn(options = "check (id > 0)")
class Car extends Vehicle {}
