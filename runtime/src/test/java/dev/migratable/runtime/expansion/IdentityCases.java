package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Identity;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Evolutions of where a column's numbers come from. */
final class IdentityCases {
    private static final SqlType BIGINT = SqlType.parse("bigint");
    private static final SequenceOptions PLAIN = SequenceOptions.defaults(BIGINT);

    private IdentityCases() {}

    static List<PlanCase> all() {
        return List.of(addIdentity(), dropIdentity(), changeIdentity(), serialToIdentity(), identityToSerial());
    }

    private static TableBuilder numbered(UnaryOperator<Column> id) {
        return table("entry")
                .nullable("text", "text")
                .edit(t -> t.withColumns(t.columns().stream()
                        .map(c -> c.name().equals("id") ? id.apply(c) : c)
                        .toList()));
    }

    private static TableBuilder identity(boolean always, SequenceOptions options) {
        return numbered(c -> c.withIdentity(Optional.of(new Identity(always, options))));
    }

    private static TableBuilder serial() {
        return numbered(c -> c.withDefault(Optional.of("nextval('entry_id_seq'::regclass)")));
    }

    private static Sequence sequence() {
        return new Sequence(
                QualifiedName.inPublic("entry_id_seq"),
                BIGINT,
                SequenceOptions.ascending(BIGINT, 1, 5),
                Optional.of(new ColumnName(QualifiedName.inPublic("entry"), "id")));
    }

    static PlanCase addIdentity() {
        return PlanCase.named("add-identity")
                .from(numbered(c -> c))
                .to(identity(true, PLAIN))
                .rows("INSERT INTO entry SELECT n FROM generate_series(1, 40) n")
                .during(
                        "INSERT INTO entry (text) VALUES ('new')",
                        "SELECT max(id) FROM entry -> 41",
                        "INSERT INTO entry (id, text) VALUES (1000, 'old')",
                        "INSERT INTO entry (text) VALUES ('new again')",
                        "SELECT id FROM entry WHERE text = 'new again' -> 42")
                .afterwards("ERROR INSERT INTO entry (id) VALUES (2000)");
    }

    static PlanCase dropIdentity() {
        return PlanCase.named("drop-identity")
                .from(identity(true, SequenceOptions.ascending(BIGINT, 1, 10)))
                .to(numbered(c -> c))
                .rows("INSERT INTO entry (text) SELECT 'x' FROM generate_series(1, 4)")
                .during("INSERT INTO entry (text) VALUES ('old')", "SELECT max(id) FROM entry -> 41")
                .afterwards("ERROR INSERT INTO entry (text) VALUES ('x')", "DELETE FROM entry WHERE id = 41")
                .rolledBack(
                        "INSERT INTO entry (text) VALUES ('again')",
                        "SELECT id FROM entry WHERE text = 'again' -> 51",
                        "ERROR INSERT INTO entry (id) VALUES (7)");
    }

    static PlanCase changeIdentity() {
        return PlanCase.named("change-identity")
                .from(identity(true, PLAIN))
                .to(identity(false, new SequenceOptions(100, 2, -5, 1_000_000, 20, true)))
                .rows("INSERT INTO entry (text) SELECT 'x' FROM generate_series(1, 4)")
                .during(
                        "INSERT INTO entry (text) VALUES ('y')",
                        "SELECT id FROM entry WHERE text = 'y' -> 5",
                        "INSERT INTO entry (id) VALUES (77)")
                .afterwards("INSERT INTO entry (text) VALUES ('z')", "SELECT id FROM entry WHERE text = 'z' -> 7");
    }

    static PlanCase serialToIdentity() {
        return PlanCase.named("serial-to-identity")
                .from(serial())
                .fromSequence(sequence())
                .to(identity(true, PLAIN))
                .rows(
                        "INSERT INTO entry (text) SELECT 'x' FROM generate_series(1, 3)",
                        "SELECT nextval('entry_id_seq')")
                .during(
                        "INSERT INTO entry (text) VALUES ('either')",
                        "SELECT id FROM entry WHERE text = 'either' -> 21",
                        "INSERT INTO entry (id, text) VALUES (500, 'chosen')")
                .afterwards("ERROR INSERT INTO entry (id) VALUES (2000)")
                .rolledBack(
                        "INSERT INTO entry (text) VALUES ('again')", "SELECT id FROM entry WHERE text = 'again' -> 22");
    }

    static PlanCase identityToSerial() {
        return PlanCase.named("identity-to-serial")
                .from(identity(true, PLAIN))
                .to(serial())
                .toSequence(sequence())
                .rows(
                        "INSERT INTO entry (text) SELECT 'x' FROM generate_series(1, 3)",
                        "GRANT INSERT (text) ON entry TO pg_monitor")
                .during(
                        "INSERT INTO entry (text) VALUES ('y')",
                        "SELECT id FROM entry WHERE text = 'y' -> 4",
                        "SELECT has_sequence_privilege('pg_monitor', 'entry_id_seq', 'USAGE') -> t")
                .afterwards("INSERT INTO entry (text) VALUES ('z')", "SELECT id FROM entry WHERE text = 'z' -> 9")
                .rolledBack("INSERT INTO entry (text) VALUES ('w')", "SELECT id FROM entry WHERE text = 'w' -> 14");
    }
}
