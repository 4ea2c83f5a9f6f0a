package conformance.sets;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Map;

@Entity
@Migratable
class Customer {
    @Id Long id;
    @ManyToMany @MapKey(name = "name") @JoinTable(name = "j", uniqueConstraints = @UniqueConstraint(columnNames = {"Customer_id", "parts_id"})) Map<String, Part> parts;
}

@Entity
@Migratable
class Part {
    @Id Long id;
    String name;
}
