package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinColumn(unique = true, nullable = false)
    Tag tag;

    @OneToOne(optional = false)
    @JoinColumn(unique = true)
    Tag other;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
