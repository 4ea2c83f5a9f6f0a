package conformance.sets;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Customer {
    @Id Long id;
    @ElementCollection Set<Part> parts;
}

@Embeddable
class Part {
    @Column(nullable = false, unique = true) String a;
    @Column(nullable = false) String b;
}
