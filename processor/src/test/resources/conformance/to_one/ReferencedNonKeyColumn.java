package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @JoinColumn(name = "tag_code", referencedColumnName = "code")
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
    @Column(unique = true, length = 8) String code;
}
