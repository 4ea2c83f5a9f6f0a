package conformance.comments;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.hibernate.annotations.Comment;

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

    @OneToMany
    @JoinColumn(name = "owner")
    @Comment(on = "owner", value = "whose dog it is")
    List<Dog> dogs;
}
