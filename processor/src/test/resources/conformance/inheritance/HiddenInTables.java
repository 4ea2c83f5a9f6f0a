package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Base {
    @Id Long id;
    @Column(length = 20) String title;
}

@Entity
@Migratable
class Below extends Base {
    @Column(name = "own", length = 10) String title;
}
