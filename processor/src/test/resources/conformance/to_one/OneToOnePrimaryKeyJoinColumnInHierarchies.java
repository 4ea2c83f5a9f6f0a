package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Text {
    @Id Long id;
}

@Entity
@Migratable
class Detail extends Text {
    @OneToOne @PrimaryKeyJoinColumn Post post;
}

@Entity
@Migratable
class Summary {
    @Id Long id;
    @OneToOne(optional = false) @PrimaryKeyJoinColumn Post post;
}

@Entity
@Migratable
class Post {
    @Id Long id;
}

@Entity
@Migratable
class LongPost extends Post {
    @OneToOne(optional = false) @PrimaryKeyJoinColumn Text text;
}
