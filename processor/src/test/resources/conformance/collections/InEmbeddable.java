package conformance.collections;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import java.util.*;

@Embeddable
class Profile {
    String name;

    @ElementCollection
    Set<String> nicknames;

    @ManyToMany
    List<Tag> tags;

    @ElementCollection
    @OrderColumn
    List<String> lines;

    @OneToMany
    @JoinColumn(name = "person_id")
    List<Tag> owned;
}

@Entity
@Migratable
class Person {
    @Id Long id;
    @Embedded Profile profile;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
