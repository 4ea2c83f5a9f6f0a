// refused: MAP; Special; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Thing {
    @Id Long id;
}

@Entity
@Migratable
@PrimaryKeyJoinColumn(options = "/* written as it is */")
class Special extends Thing {
    String name;
}
