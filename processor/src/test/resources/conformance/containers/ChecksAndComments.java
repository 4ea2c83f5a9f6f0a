package conformance.containers;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Checks;

@Checks({@Check(name = "positive", constraints = "id > 0"), @Check(name = "small", constraints = "id < 99")})
@Entity
@Migratable
class Thing {
    @Id Long id;

    @Checks({@Check(constraints = "size > 0"), @Check(constraints = "size < 9")})
    int size;
}
