package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @MapKeyJoinColumn(name = "k", foreignKey = @ForeignKey(name = "to_key"), insertable = false, updatable = false)
    Map<Thing, String> names;
    
    @ElementCollection
    @MapKeyJoinColumn(unique = true, columnDefinition = "bigint")
    Map<Thing, String> others;
    
    @ElementCollection
    @MapKeyJoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Map<Thing, String> free;
}
