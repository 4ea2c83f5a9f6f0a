package dev.migratable.classify;

import static dev.migratable.classify.ProbeCase.BARE;
import static dev.migratable.classify.ProbeCase.CHILD;
import static dev.migratable.classify.ProbeCase.HEAP;
import static dev.migratable.classify.ProbeCase.NAMED;
import static dev.migratable.classify.ProbeCase.PARENT;
import static dev.migratable.classify.ProbeCase.T;
import static dev.migratable.classify.ProbeCase.add;
import static dev.migratable.classify.ProbeCase.column;
import static dev.migratable.classify.ProbeCase.probe;
import static dev.migratable.classify.ProbeCase.type;

import dev.migratable.change.AddColumn;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.SetNotNull;
import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what happens to columns. */
final class ColumnProbes {

    private static final int SET_EXPRESSION_VERSION = 17;
    private static final int VIRTUAL_VERSION = 18;
    private static final Optional<String> NONE = Optional.empty();

    private ColumnProbes() {}

    static List<ProbeCase> added(int version) {
        Column integer = column("int");
        Column uuid = column("uuid");
        List<ProbeCase> probes = new ArrayList<>(List.of(
                add(integer, "x int"),
                add(integer.withDefault(Optional.of("5")), "x int DEFAULT 5"),
                add(integer.withDefault(Optional.of("5")).withNullable(false), "x int NOT NULL DEFAULT 5"),
                add(column("timestamptz").withDefault(Optional.of("now()")), "x timestamptz DEFAULT now()"),
                add(
                        column("timestamptz").withDefault(Optional.of("clock_timestamp()")),
                        "x timestamptz DEFAULT clock_timestamp()"),
                add(column("float8").withDefault(Optional.of("random()")), "x float8 DEFAULT random()"),
                add(uuid.withDefault(Optional.of("gen_random_uuid()")), "x uuid DEFAULT gen_random_uuid()"),
                add(
                        column("bigint").withDefault(Optional.of("nextval('counter'::regclass)")),
                        "x bigint DEFAULT nextval('counter')"),
                add(
                        integer.withNullable(false)
                                .withIdentity(Optional.of(
                                        new Identity(true, SequenceOptions.defaults(SqlType.parse("int"))))),
                        "x int GENERATED ALWAYS AS IDENTITY"),
                add(
                        integer.withGenerated(Optional.of(new Generated("n + 1", true))),
                        "x int GENERATED ALWAYS AS (n + 1) STORED"),
                probe(new AddColumn(BARE, integer.withNullable(false)), "ALTER TABLE bare ADD x int NOT NULL")
                        .failingAfter("INSERT INTO bare VALUES (1)"),
                add(
                                integer.withNullable(false).withGenerated(Optional.of(new Generated("n + 1", true))),
                                "x int NOT NULL GENERATED ALWAYS AS (n + 1) STORED")
                        .failingOn("n", "NULL"),
                add(column("json"), "x json"),
                add(column("text[]").withDefault(Optional.of("'{}'::text[]")), "x text[] DEFAULT '{}'")));
        if (version >= VIRTUAL_VERSION) {
            Column virtual = integer.withGenerated(Optional.of(new Generated("n + 1", false)));
            probes.add(add(virtual, "x int GENERATED ALWAYS AS (n + 1) VIRTUAL"));
            probes.add(add(virtual.withNullable(false), "x int GENERATED ALWAYS AS (n + 1) VIRTUAL NOT NULL")
                    .failingOn("n", "NULL"));
            probes.add(add(uuid.withDefault(Optional.of("uuidv7()")), "x uuid DEFAULT uuidv7()"));
        }
        return probes;
    }

    static List<ProbeCase> types() {
        return List.of(
                type("vc", "varchar(10)", "varchar(20)"),
                type("vc", "varchar(10)", "text"),
                type("plain", "varchar(10)", "varchar(20)"),
                type("plain", "varchar(10)", "text"),
                type("plain", "varchar(10)", "varchar(5)").failingOn("plain", "'too long'"),
                type("ck", "varchar(10)", "varchar(20)"),
                type("ck", "varchar(10)", "text"),
                type("id", "int", "bigint"),
                type("k", "int", "bigint"),
                type("num", "numeric(5,2)", "numeric(10,2)"),
                type("num", "numeric(5,2)", "numeric(10,4)"),
                type("ts", "timestamp", "timestamptz"),
                type("ts", "timestamp", "timestamp(3)"),
                type("ts", "timestamp", "date"),
                type("ts", "timestamp", "time"),
                type("k", "int", "smallint").failingOn("k", "70000"),
                type("num", "numeric(5,2)", "numeric(4,2)").failingOn("num", "123"),
                type("num", "numeric(5,2)", "int"),
                type("proved", "int", "text"),
                type(CHILD, "pid", "int", "bigint"),
                type(CHILD, "code", "varchar(10)", "text"),
                type(CHILD, "code", "varchar(10)", "varchar(20)"),
                type(PARENT, "id", "int", "bigint"),
                type(PARENT, "code", "varchar(10)", "varchar(20)"),
                type("tx", "text", "varchar(20)").failingOn("tx", "repeat('x', 30)"));
    }

    static List<ProbeCase> namedTypes() {
        return List.of(
                probe(new AddColumn(NAMED, column("plain_text")), "ALTER TABLE named ADD x plain_text"),
                probe(new AddColumn(NAMED, column("mood")), "ALTER TABLE named ADD x mood"),
                probe(new AddColumn(NAMED, column("checked_text")), "ALTER TABLE named ADD x checked_text"),
                probe(
                        new AddColumn(NAMED, column("sure").withDefault(Optional.of("1"))),
                        "ALTER TABLE named ADD x sure DEFAULT 1"),
                probe(new AddColumn(BARE, column("sure")), "ALTER TABLE bare ADD x sure")
                        .failingAfter("INSERT INTO bare VALUES (1)"),
                type(NAMED, "p", "plain_text", "text"),
                type(NAMED, "p", "plain_text", "further"),
                type(NAMED, "p", "plain_text", "checked_text").failingAfter("UPDATE named SET p = 'x'"),
                type(NAMED, "f", "further", "text"),
                type(NAMED, "c", "checked_text", "text"),
                type(NAMED, "vc", "varchar(10)", "plain_text"),
                type(NAMED, "vc", "varchar(10)", "checked_text").failingAfter("UPDATE named SET vc = 'x'"),
                type(NAMED, "n", "int", "sure").failingAfter("UPDATE named SET n = NULL"));
    }

    static List<ProbeCase> facets(Schema schema, int version) {
        Optional<Identity> identity =
                schema.table(HEAP).orElseThrow().column("i").orElseThrow().identity();
        Optional<Identity> always = identity.map(i -> new Identity(true, i.options()));
        Optional<Generated> generated =
                schema.table(T).orElseThrow().column("gen").orElseThrow().generated();
        List<ProbeCase> probes = new ArrayList<>(List.of(
                probe(new SetNotNull(T, "vc"), "ALTER TABLE t ALTER vc SET NOT NULL")
                        .failingOn("vc", "NULL"),
                probe(new SetNotNull(T, "proved"), "ALTER TABLE t ALTER proved SET NOT NULL"),
                probe(new DropNotNull(T, "k"), "ALTER TABLE t ALTER k DROP NOT NULL"),
                probe(new ChangeDefault(T, "n", NONE, Optional.of("1")), "ALTER TABLE t ALTER n SET DEFAULT 1"),
                probe(new ChangeDefault(T, "k", Optional.of("1"), NONE), "ALTER TABLE t ALTER k DROP DEFAULT"),
                probe(
                        new ChangeCollation(T, "tx", NONE, Optional.of("pg_catalog.\"C\"")),
                        "ALTER TABLE t ALTER tx TYPE text COLLATE \"C\""),
                probe(new ChangeColumnComment(T, "n", NONE, Optional.of("c")), "COMMENT ON COLUMN t.n IS 'c'"),
                probe(new ChangeTableComment(T, NONE, Optional.of("c")), "COMMENT ON TABLE t IS 'c'"),
                probe(
                        new ChangeIdentity(HEAP, "id", Optional.empty(), identity),
                        "ALTER TABLE heap ALTER id ADD GENERATED BY DEFAULT AS IDENTITY"),
                probe(
                        new ChangeIdentity(HEAP, "i", identity, Optional.empty()),
                        "ALTER TABLE heap ALTER i DROP IDENTITY"),
                probe(new ChangeIdentity(HEAP, "i", identity, always), "ALTER TABLE heap ALTER i SET GENERATED ALWAYS"),
                probe(
                        new ChangeGenerated(T, "gen", generated, Optional.empty()),
                        "ALTER TABLE t ALTER gen DROP EXPRESSION"),
                probe(new DropColumn(T, column("int").withName("n")), "ALTER TABLE t DROP n CASCADE"),
                probe(new RenameColumn(T, "n", "m"), "ALTER TABLE t RENAME n TO m")));
        if (version >= SET_EXPRESSION_VERSION) {
            probes.add(probe(
                    new ChangeGenerated(T, "gen", generated, Optional.of(new Generated("n * 3", true))),
                    "ALTER TABLE t ALTER gen SET EXPRESSION AS (n * 3)"));
        }
        return probes;
    }
}
