package conformance.containers;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.SecondaryRow;
import org.hibernate.annotations.SecondaryRows;

@SecondaryTable(name = "more")
@SecondaryRows({@SecondaryRow(table = "more", optional = false, owned = false)})
@Entity
@Migratable
class Thing {
    @Id Long id;

    @Column(table = "more")
    String name;
    
    @Version
    java.time.Instant at;
    
    @Mutability(org.hibernate.type.descriptor.java.Immutability.class)
    String code;
}
