// refused: MAP07; Person.dog; @PropertyRef("tag"); referencedColumnName
package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.PropertyRef;

@Entity
@Migratable
class Dog {
    @Id
    Long id;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ManyToOne
    @PropertyRef("tag")
    Dog dog;
}
