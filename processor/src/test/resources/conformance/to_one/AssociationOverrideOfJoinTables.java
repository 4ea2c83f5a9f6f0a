package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@MappedSuperclass
abstract class Tagged {
    @ManyToOne Tag tag;
    @OneToMany @JoinTable(name = "tagged_tag") List<Tag> tags;
}

@Entity
@Migratable
@AssociationOverride(name = "tag", joinTable = @JoinTable(name = "person_tag"))
@AssociationOverride(
        name = "tags",
        joinTable =
                @JoinTable(
                        name = "person_tags",
                        joinColumns = @JoinColumn(name = "person"),
                        inverseJoinColumns = @JoinColumn(name = "tag")))
class Person extends Tagged {
    @Id Long id;
}

@Entity
@Migratable
class Note {
    @Id Long id;

    @AssociationOverride(name = "topics", joinTable = @JoinTable(name = "note_topics"))
    Topics topics;
}

@Embeddable
class Topics {
    @ManyToMany List<Tag> topics;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
