package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Base {
    @Id @GeneratedValue Long id;
}

@Entity
@Migratable
class Below extends Base {
    @Id @GeneratedValue Long id;
}
