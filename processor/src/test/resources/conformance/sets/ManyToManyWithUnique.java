package conformance.sets;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Customer {
    @Id Long id;
    @ManyToMany @JoinTable(name = "j", uniqueConstraints = @UniqueConstraint(columnNames = {"Customer_id", "others_id"})) Set<Customer> others;
}
