// refused: MAP07; Person.cat; mother_id; by basic columns
package conformance.references;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
@Migratable
class Cat {
    @Id
    Long id;

    String lang;

    @ManyToOne
    Cat mother;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "cat_lang", referencedColumnName = "lang")
    @JoinColumn(name = "cat_mother", referencedColumnName = "mother_id")
    Cat cat;
}
