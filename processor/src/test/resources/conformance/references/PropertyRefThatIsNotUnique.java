// refused: MAP07; Person.dog; 'tag'; @Column(unique = true)
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

    String tag;
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
