package conformance.sets;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
class Customer {
    @Id Long id;
    @ElementCollection @CollectionTable(name = "j", uniqueConstraints = @UniqueConstraint(columnNames = {"Customer_id", "parts"})) Map<String, String> parts;
}
