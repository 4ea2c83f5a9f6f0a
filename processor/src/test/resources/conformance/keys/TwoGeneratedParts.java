package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@IdClass(Key.class)
class Document {
    @Id @GeneratedValue Long a;
    @Id @GeneratedValue Long b;
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
