package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.Index;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evolutions of what no entity speaks of, between two live databases. */
final class SettingCases {

    /** The first version whose columns say how they are compressed. */
    private static final int SET_COMPRESSION = 14;

    private static final Index TUNED =
            Index.of("idx_state", false, List.of("state")).withParameters(Map.of("fillfactor", "60"));

    private SettingCases() {}

    static PlanCase tune() {
        return PlanCase.named("tune")
                .since(SET_COMPRESSION)
                .from(plain())
                .to(tuned().unique("uk_body", "body"), cache())
                .fromSequence(numbers(""))
                .toSequence(numbers("of invoices"))
                .rows("INSERT INTO document VALUES (1, 'a', 'NEW')")
                .during("INSERT INTO document VALUES (2, 'b', 'NEW')")
                .afterwards("SELECT count(*) FROM document -> 2");
    }

    static PlanCase untune() {
        return PlanCase.named("untune")
                .since(SET_COMPRESSION)
                .from(tuned())
                .to(plain())
                .fromSequence(numbers("of invoices"))
                .toSequence(numbers(""))
                .rows("INSERT INTO document VALUES (1, 'a', 'NEW')")
                .during("INSERT INTO document VALUES (2, 'b', 'NEW')")
                .afterwards("SELECT count(*) FROM document -> 2");
    }

    /** A table's own sequence would follow the table. */
    static PlanCase unlogSequence() {
        return PlanCase.named("unlog-sequence")
                .since(15)
                .from(plain())
                .to(plain())
                .fromSequence(numbers("").withUnlogged(Optional.of(false)))
                .toSequence(numbers("").withUnlogged(Optional.of(true)))
                .during("SELECT nextval('numbers') -> 1")
                .afterwards("SELECT relpersistence FROM pg_class WHERE relname = 'numbers' -> u");
    }

    static PlanCase persistence() {
        return PlanCase.named("change-persistence")
                .from(table("cache").nullable("value", "text").settings(Map.of()), cached("report"))
                .to(cache(), table("report").nullable("value", "text").settings(Map.of()))
                .accepted("cache", "MIG310")
                .accepted("cache", "MIG105")
                .accepted("report", "MIG310")
                .rows("INSERT INTO cache VALUES (1, 'a')", "INSERT INTO report VALUES (1, 'a')")
                .during(
                        "INSERT INTO cache VALUES (2, 'b')",
                        "SELECT string_agg(relpersistence::text, '' ORDER BY relname) FROM pg_class"
                                + " WHERE relname IN ('cache', 'report') -> up")
                .afterwards("SELECT count(*) FROM cache -> 2");
    }

    private static TableBuilder plain() {
        return table("document")
                .nullable("body", "text")
                .nullable("state", "text")
                .index("idx_state", "state")
                .check("ck_state", "state <> ''")
                .settings(Map.of());
    }

    private static TableBuilder tuned() {
        Column body = Column.of("body", SqlType.parse("text"), true);
        Column state = Column.of("state", SqlType.parse("text"), true);
        ColumnSettings stored =
                new ColumnSettings(Optional.of("external"), Optional.of("pglz"), Optional.empty(), Map.of());
        ColumnSettings counted =
                new ColumnSettings(Optional.empty(), Optional.empty(), Optional.of(500), Map.of("n_distinct", "-1"));
        TableSettings settings = new TableSettings(
                Map.of("fillfactor", "70", "toast.autovacuum_enabled", "false"),
                Map.of("document_pkey", Map.of("fillfactor", "80")),
                Map.of("idx_state", "for the list"),
                Map.of("ck_state", "it's never empty"));
        return table("document")
                .add(body.withSettings(stored))
                .add(state.withSettings(counted))
                .index(TUNED)
                .check("ck_state", "state <> ''")
                .edit(t -> t.withSettings(Optional.of(settings)));
    }

    /** A table that nobody has yet may be unlogged. */
    private static TableBuilder cache() {
        return cached("cache");
    }

    private static TableBuilder cached(String name) {
        return table(name).nullable("value", "text").settings(Map.of()).edit(SettingCases::unlogged);
    }

    private static Table unlogged(Table table) {
        return table.withOptions(table.options().withUnlogged(true));
    }

    private static Sequence numbers(String comment) {
        SqlType bigint = SqlType.parse("bigint");
        return new Sequence(
                QualifiedName.inPublic("numbers"),
                bigint,
                SequenceOptions.defaults(bigint),
                Optional.empty(),
                Optional.of(comment));
    }
}
