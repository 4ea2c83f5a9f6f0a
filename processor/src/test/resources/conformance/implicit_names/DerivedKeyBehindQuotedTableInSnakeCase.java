// option: migratable.naming=snake_case
package conformance.implicit_names;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Stock2 {
    @Id Long stock2Id;
}

@Entity
@Migratable
@Table(name = "`Level`")
class Level {
    @Id @OneToOne Stock2 level;
    @ManyToMany Set<Level> email;
    @ManyToOne Level parentLevel;
}
