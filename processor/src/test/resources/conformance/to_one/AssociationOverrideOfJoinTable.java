package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@MappedSuperclass
abstract class Tagged {
    @ManyToMany Set<Tag> tags;
}

@Entity
@Migratable
@AssociationOverride(name = "tags", joinTable = @JoinTable(name = "person_tags"))
class Person extends Tagged {
    @Id Long id;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
