package conformance.no_effect;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterDefs;
import org.hibernate.annotations.Filters;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.dialect.PostgreSQLDialect;

@Entity
@Migratable
@FilterDefs(@FilterDef(name = "f", defaultCondition = "id > 0"))
@DialectOverride.Filters(
        dialect = PostgreSQLDialect.class,
        override = @Filters(@Filter(name = "f", condition = "id > 1")))
@SQLRestriction("id > 0")
@DialectOverride.SQLRestriction(dialect = PostgreSQLDialect.class, override = @SQLRestriction("id > 1"))
@DialectOverride.SQLInsert(
        dialect = PostgreSQLDialect.class,
        override = @SQLInsert(sql = "insert into thing (name, other_id, id) values (?, ?, ?)"))
@DialectOverride.SQLUpdate(
        dialect = PostgreSQLDialect.class,
        override = @SQLUpdate(sql = "update thing set name = ?, other_id = ? where id = ?"))
@DialectOverride.SQLDelete(
        dialect = PostgreSQLDialect.class,
        override = @SQLDelete(sql = "delete from thing where id = ?"))
@DiscriminatorFormula("'a'")
@DialectOverride.DiscriminatorFormula(dialect = PostgreSQLDialect.class, override = @DiscriminatorFormula("'b'"))
class Thing {
    @Id Long id;

    String name;

    @Formula("length(name)")
    @DialectOverride.Formula(dialect = PostgreSQLDialect.class, override = @Formula("char_length(name)"))
    int size;

    @ManyToOne Thing other;

    @ManyToOne
    @JoinFormula("other_id")
    @DialectOverride.JoinFormula(dialect = PostgreSQLDialect.class, override = @JoinFormula("coalesce(other_id, 1)"))
    Thing same;

    @ElementCollection
    @SQLOrder("words")
    @DialectOverride.SQLOrder(dialect = PostgreSQLDialect.class, override = @SQLOrder("words desc"))
    List<String> words;
}
