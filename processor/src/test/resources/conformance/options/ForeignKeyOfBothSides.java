package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "thing_id", foreignKey = @ForeignKey(options = "on delete cascade"))
    List<Part> parts;
}

@Entity
@Migratable
class Part {
    @Id Long id;

    @ManyToOne
    @JoinColumn(name = "thing_id", insertable = false, updatable = false)
    Thing thing;
}
