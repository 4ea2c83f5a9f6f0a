package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.UUID;

@Entity
@Migratable
class Item {
    @Id @GeneratedValue(generator = "uuid2") UUID id;
}
