// refused: MAP03; Person.names; @Comment(on = "nick"); Name one of its columns
package conformance.comments;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ElementCollection
    @Comment(on = "nick", value = "short")
    List<String> names;
}
