package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Summary {
    @Id Long id;
    @OneToOne(optional = false) @org.hibernate.annotations.OnDelete(action = org.hibernate.annotations.OnDeleteAction.CASCADE) @PrimaryKeyJoinColumn Post post;
}

@Entity
@Migratable
class Post {
    @Id Long id;
}
