// refused: MAP; Thing; options
package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.SoftDelete;

@SoftDelete(options = "/* written as it is */")
@Entity
@Migratable
class Thing {
    @Id Long id;

    String name;
}
