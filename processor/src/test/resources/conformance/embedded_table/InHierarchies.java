package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.EmbeddedColumnNaming;

@Embeddable
class Part {
    @Column(nullable = false)
    String name;

    int size;

    @Basic(optional = false)
    String note;
}

@Entity
@Migratable
@SecondaryTable(name = "single_more")
class Single {
    @Id Long id;

    @EmbeddedTable("single_more")
    Part part;
}

@Entity
@SecondaryTable(name = "single_below")
class SingleBelow extends Single {
    @EmbeddedTable("single_more")
    @EmbeddedColumnNaming("x_%s")
    Part other;

    @EmbeddedTable("single_below")
    Part third;
}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "joined_more")
class Joined {
    @Id Long id;

    @EmbeddedTable("joined_more")
    Part part;
}

@Entity
@Migratable
@SecondaryTable(name = "joined_below_more")
class JoinedBelow extends Joined {
    @EmbeddedTable("joined_below_more")
    Part other;

    @EmbeddedTable("JoinedBelow")
    Part third;
}
