package conformance.keys;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Customer {
    @Id Long id;
    @ElementCollection @CollectionTable(name = "cust_color", joinColumns = @JoinColumn(name = "cust_fk"), uniqueConstraints = @UniqueConstraint(columnNames = {"cust_fk", "color"})) @Column(name = "color", nullable = false) Set<String> colors;
}
