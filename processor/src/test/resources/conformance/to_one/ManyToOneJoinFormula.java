package conformance.to_one;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.JoinFormula;

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

    Long dogNumber;

    @ManyToOne(optional = false)
    @JoinFormula("dogNumber + 1")
    Dog dog;
}
