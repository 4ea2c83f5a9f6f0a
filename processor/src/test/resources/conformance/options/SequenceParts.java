package conformance.options;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Thing {
    @Id
    @GeneratedValue(generator = "g")
    @SequenceGenerator(name = "g", initialValue = 10, options = "as integer minvalue 5 MAXVALUE 1000000 cache 20 no cycle")
    Long id;
}

@Entity
@Migratable
class Other {
    @Id
    @GeneratedValue(generator = "h")
    @SequenceGenerator(name = "h", options = "cycle no minvalue no maxvalue")
    Long id;
}

@Entity
@Migratable
class Third {
    @Id
    @GeneratedValue(generator = "i")
    @SequenceGenerator(name = "i", options = "as smallint")
    Long id;
}
