package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Base {
    @Id Long id;
    @Column(length = 20) String title;
}

@Entity
@Migratable
class Below extends Base {
    @Column(length = 10) String title;
}
