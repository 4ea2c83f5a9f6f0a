package conformance.comments;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Migratable
class Item {
    @Id Long id;
    @ManyToOne @Check(constraints = "place_a < place_b") @ColumnDefault("1") Place place;
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
