package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Migratable
class Post {
    @Id Long id;
    @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Tag a;
    @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Tag b;
    @ManyToOne @OnDelete(action = OnDeleteAction.SET_DEFAULT) Tag c;
    @ManyToOne @OnDelete(action = OnDeleteAction.RESTRICT) Tag d;
    @ManyToOne @OnDelete(action = OnDeleteAction.NO_ACTION) Tag e;
}

@Entity
@Migratable
class Tag {
    @Id Long id;
}
