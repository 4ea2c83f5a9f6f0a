package conformance.keys;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.*;

class TicketId {
    Long number;
    String series;
}

@Entity
@Migratable
@IdClass(TicketId.class)
class Ticket {
    @Id @GeneratedValue Long number;
    @Id String series;
}
