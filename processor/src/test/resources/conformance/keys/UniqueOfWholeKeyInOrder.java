package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@IdClass(Key.class)
@Table(uniqueConstraints =
@UniqueConstraint(name = "u", columnNames = {"a", "b"}))
class Document {
    @Id Long a;
    @Id Long b;
    @Column(unique = true) String c;
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
