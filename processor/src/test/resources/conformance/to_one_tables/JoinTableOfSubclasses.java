package conformance.to_one_tables;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Post {
    @Id Long id;
}

@Entity
@Migratable
class LongPost extends Post {
    @ManyToOne
    @JoinTable(name = "long_post_tag")
    Tag tag;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}

@Entity
@Migratable
class SpecialTag extends Tag {
    @OneToOne
    @JoinTable
    Post post;
}
