package conformance.names;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@Table(name = "[Mail Box]")
class Mail {
    @Id Long id;
    @Column(name = "[From]") String sender;
}
