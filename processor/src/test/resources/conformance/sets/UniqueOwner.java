package conformance.sets;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Customer {
    @Id Long id;
    @ElementCollection @CollectionTable(joinColumns = @JoinColumn(name = "c", unique = true)) @Column(nullable = false) Set<String> colors;
}
