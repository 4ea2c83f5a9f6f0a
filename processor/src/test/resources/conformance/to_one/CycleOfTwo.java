package conformance.to_one;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Team {
    @Id Long id;
    @ManyToOne(optional = false) Person captain;
}

@Entity
@Migratable
class Person {
    @Id Long id;
    @ManyToOne Team team;
}
