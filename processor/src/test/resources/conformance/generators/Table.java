package conformance.generators;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;

@Entity
@Migratable
class Ticket {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}
