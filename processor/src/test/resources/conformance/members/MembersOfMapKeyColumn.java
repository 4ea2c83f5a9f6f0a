package conformance.members;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @MapKeyColumn(name = "k", columnDefinition = "varchar(7) default 'x'", insertable = false, updatable = false)
    Map<String, String> names;
    
    @ElementCollection
    @MapKeyColumn(precision = 9, scale = 3)
    Map<java.math.BigDecimal, String> rates;
    
    @ElementCollection
    @MapKeyColumn(nullable = true, unique = true, length = 9)
    Map<String, Integer> counts;
}
