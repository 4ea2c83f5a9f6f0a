package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Embeddable
class Part {
    String name;

    int size;
}

@Embeddable
class Middle {
    Part part;

    int middle;
}

@Embeddable
class Outer {
    Middle middle;

    String wide;
}

@MappedSuperclass
class Base {
    @Id Long id;

    @EmbeddedTable("`More`")
    @EmbeddedColumnNaming("a_%s")
    Part part;

    @Transient Outer outer;
}

@Entity
@Migratable
@SecondaryTable(name = "`More`")
@SecondaryTable(name = "rest")
class Thing extends Base {
    @EmbeddedTable("rest")
    Outer whole;

    @AttributeOverride(name = "middle.part.name", column = @Column(name = "n2"))
    @AttributeOverride(name = "middle.part.size", column = @Column(name = "s2"))
    @AttributeOverride(name = "middle.middle", column = @Column(name = "m2"))
    @AttributeOverride(name = "wide", column = @Column(name = "o2"))
    @EmbeddedTable("rest")
    Outer again;
}
