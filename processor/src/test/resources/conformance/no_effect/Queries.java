package conformance.no_effect;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
@NamedQuery(name = "q1", query = "select t from Thing t")
@NamedQueries({@NamedQuery(name = "q2", query = "select t from Thing t", hints = @QueryHint(name = "x", value = "y"))})
@NamedNativeQuery(name = "n1", query = "select 1", resultSetMapping = "m1")
@NamedNativeQueries({@NamedNativeQuery(name = "n2", query = "select * from thing", resultClass = Thing.class)})
@SqlResultSetMapping(name = "m1", columns = @ColumnResult(name = "a"))
@SqlResultSetMappings({
    @SqlResultSetMapping(
            name = "m2",
            classes = @ConstructorResult(targetClass = Thing.class, columns = @ColumnResult(name = "a", type = String.class))),
    @SqlResultSetMapping(
            name = "m3",
            entities = @EntityResult(entityClass = Thing.class, fields = @FieldResult(name = "name", column = "n")))
})
@NamedStoredProcedureQuery(
        name = "p1",
        procedureName = "p",
        parameters = @StoredProcedureParameter(name = "a", mode = ParameterMode.IN, type = String.class))
@NamedStoredProcedureQueries({@NamedStoredProcedureQuery(name = "p2", procedureName = "p")})
@NamedEntityGraph(name = "g1", attributeNodes = @NamedAttributeNode("name"))
@NamedEntityGraphs({
    @NamedEntityGraph(
            name = "g2",
            attributeNodes = @NamedAttributeNode(value = "other", subgraph = "s"),
            subgraphs = @NamedSubgraph(name = "s", attributeNodes = @NamedAttributeNode("name")))
})
class Thing {
    @Id Long id;

    String name;

    @ManyToOne(fetch = FetchType.LAZY)
    Thing other;

    Thing() {}

    Thing(String name) {
        this.name = name;
    }
}
