// refused: MAP03; Thing.parts; @FilterJoinTable; map the association with @JoinTable
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterJoinTable;

@Entity
@Migratable
@FilterDef(name = "f")
class Thing {
    @Id Long id;

    @OneToMany
    @JoinColumn(name = "whole")
    @FilterJoinTable(name = "f", condition = "id > 0")
    Set<Thing> parts;
}
