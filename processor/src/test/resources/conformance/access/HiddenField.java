package conformance.access;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@MappedSuperclass
abstract class Base {
    @Id Long id;
    @Column(length = 20) String title;
}

@Entity
@Migratable
class Document extends Base {
    @Column(name = "own", length = 10, unique = true) String title;
}
