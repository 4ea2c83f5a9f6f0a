package conformance.sets;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Customer {
    @Id Long id;
    @ElementCollection @Column(unique = true) Set<String> colors;
}
