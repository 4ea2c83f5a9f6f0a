package conformance.inheritance;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Base {
    @Id Long id;
    String title;
}

@Entity
@Migratable
class Below extends Base {
    String title;
}
