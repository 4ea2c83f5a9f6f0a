// refused: MAP03; Dog.owners; @Comment; mappedBy names
package conformance.comments;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.List;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
class Dog {
    @Id
    Long id;

    @ManyToMany(mappedBy = "dogs")
    @Comment("whose dog it is")
    List<Person> owners;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ManyToMany
    List<Dog> dogs;
}
