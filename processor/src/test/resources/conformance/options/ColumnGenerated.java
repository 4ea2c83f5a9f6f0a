package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id Long id;

    int price;

    @Column(insertable = false, updatable = false, options = "generated always as (price * 2) stored")
    Integer twice;
}
