package conformance.sets;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Customer {
    @Id Long id;
    @ElementCollection @CollectionTable(indexes = @Index(columnList = "colors", unique = true)) @Column(nullable = false) Set<String> colors;
}
