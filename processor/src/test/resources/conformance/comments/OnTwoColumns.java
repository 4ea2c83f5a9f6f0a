// refused: MAP03; Item.place; @Comment; @JoinColumn(comment
package conformance.comments;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
class Item {
    @Id Long id;
    @ManyToOne @Comment("about") Place place;
}

@Entity
@Migratable
@IdClass(Key.class)
class Place {
    @Id Long a;
    @Id Long b;
}

class Key implements java.io.Serializable {
    Long a;
    Long b;
    public boolean equals(Object o) {
        return true;
    }
    public int hashCode() {
        return 1;
    }
}
