package conformance.to_one;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;
import org.hibernate.annotations.NotFoundAction;

@Entity
@Migratable
class Post {
    @Id Long id;

    @ManyToOne
    @org.hibernate.annotations.NotFound(action = NotFoundAction.EXCEPTION)
    Tag tag;

    @ManyToOne(optional = false)
    @org.hibernate.annotations.NotFound(action = NotFoundAction.IGNORE)
    Tag other;

    @OneToOne
    @org.hibernate.annotations.NotFound(action = NotFoundAction.IGNORE)
    Tag third;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
