package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Document {
    @Id @Column(unique = true) Long id;
    @OneToOne Document next;
}
