package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @GeneratedValue(generator = "g")
    @SequenceGenerator(name = "g", sequenceName = "numbers", catalog = "elsewhere")
    Long id;
}
