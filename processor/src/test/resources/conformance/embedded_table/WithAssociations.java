package conformance.embedded_table;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;

@Entity
class Other {
    @Id Long id;

    @OneToOne Thing back;

    @ManyToOne Thing many;
}

@Embeddable
class Links {
    @ManyToOne
    @JoinColumn(table = "more")
    Thing parent;

    @OneToOne
    @JoinColumn(name = "twin", table = "MORE")
    Thing twin;

    @ManyToOne Thing overridden;

    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "what_id", table = "more")
    @Column(name = "what_type")
    Object what;

    @OneToOne(mappedBy = "links.twin")
    Thing inverse;

    @ManyToMany Set<Thing> others;

    @OneToMany(mappedBy = "many")
    Set<Other> below;

    @ElementCollection List<Element> elements;

    String text;
}

@Embeddable
class Element {
    @ManyToOne Thing referred;

    int amount;
}

@Entity
@Migratable
@SecondaryTable(name = "more")
class Thing {
    @Id Long id;

    @EmbeddedTable("more")
    @AssociationOverride(name = "overridden", joinColumns = @JoinColumn(name = "over", table = "more"))
    Links links;
}
