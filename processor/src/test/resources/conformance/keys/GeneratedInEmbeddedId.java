package conformance.keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;

@Embeddable
class TicketId {
    @GeneratedValue Long number;
    String series;
}

@Entity
@Migratable
class Ticket {
    @EmbeddedId TicketId id;
}
