package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

interface Named {}

@Embeddable
class Part implements Named {
    String name;

    Integer size;
}

@Embeddable
class Base implements Named {
    int base;
}

@Embeddable
class Derived extends Base {
    int derived;
}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Embedded
    @TargetEmbeddable(Part.class)
    @org.hibernate.annotations.Struct(name = "part_type")
    Named struct;

    @Embedded
    @TargetEmbeddable(Part.class)
    @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.JSON)
    Named document;

    @Embedded
    @TargetEmbeddable(Base.class)
    Named hierarchy;
}
