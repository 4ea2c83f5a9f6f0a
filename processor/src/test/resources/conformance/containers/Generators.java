package conformance.containers;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@SequenceGenerators({@SequenceGenerator(name = "a", sequenceName = "a_seq"), @SequenceGenerator(name = "b", allocationSize = 1)})
class Thing {
    @Id
    @GeneratedValue(generator = "b")
    Long id;
}

@Entity
@Migratable
@TableGenerators({@TableGenerator(name = "c", table = "numbers"), @TableGenerator(name = "d", table = "others")})
class Other {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "c")
    Long id;
}
