package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evolutions of primary keys. */
final class KeyCases {
    private KeyCases() {}

    static List<PlanCase> all() {
        return List.of(addKey(), dropKey(), changeKey(), changeReferencedKey());
    }

    private static TableBuilder keyed(TableBuilder table, String... columns) {
        return table.edit(t -> t.withPrimaryKey(
                columns.length == 0
                        ? Optional.empty()
                        : Optional.of(PrimaryKey.of(t.name().name() + "_pkey", List.of(columns)))));
    }

    static PlanCase addKey() {
        return PlanCase.named("add-primary-key")
                .from(
                        keyed(table("entry").nullable("code", "text")),
                        table("line").nullable("code", "text"))
                .to(
                        keyed(table("entry").required("code", "text"), "id", "code"),
                        table("line").nullable("code", "text"))
                .rows("INSERT INTO entry VALUES (1, 'a'), (2, 'a'), (1, 'b')")
                .during(
                        "INSERT INTO entry VALUES (2, 'a')",
                        "GATE CLOSED",
                        "UPDATE entry SET code = 'c' WHERE ctid = (SELECT max(ctid) FROM entry)",
                        "INSERT INTO entry VALUES (5, NULL)",
                        "GATE CLOSED",
                        "UPDATE entry SET code = 'd' WHERE code IS NULL")
                .afterwards(
                        "ERROR INSERT INTO entry VALUES (5, 'd')",
                        "INSERT INTO entry VALUES (5, 'd') ON CONFLICT (id, code) DO NOTHING",
                        "SELECT count(*) FROM entry -> 5");
    }

    static PlanCase dropKey() {
        return PlanCase.named("drop-primary-key")
                .from(keyed(table("entry").required("code", "text"), "id", "code")
                        .settings(Map.of())
                        .edit(t -> t.withSettings(t.settings()
                                .map(s -> s.withKeyParameters("entry_pkey", Map.of("fillfactor", "80"))
                                        .withConstraintComments(Map.of("entry_pkey", "who is who"))))))
                .to(keyed(table("entry").nullable("code", "text")).settings(Map.of()))
                .rows("INSERT INTO entry VALUES (1, 'a')")
                .during(
                        "INSERT INTO entry VALUES (1, 'a') ON CONFLICT (id, code) DO NOTHING",
                        "ERROR INSERT INTO entry VALUES (1, 'a')",
                        "INSERT INTO entry VALUES (2, 'a')")
                .afterwards(
                        "INSERT INTO entry VALUES (3, 'x')",
                        "SELECT count(*) FROM pg_index WHERE indrelid = 'entry'::regclass -> 0");
    }

    static PlanCase changeKey() {
        return PlanCase.named("change-primary-key")
                .from(table("entry").nullable("tenant", "integer"))
                .to(keyed(table("entry").required("tenant", "integer"), "tenant", "id"))
                .rows("INSERT INTO entry SELECT n, n % 3 FROM generate_series(1, 30) n")
                .during(
                        "INSERT INTO entry (id) VALUES (100)",
                        "GATE CLOSED",
                        "UPDATE entry SET tenant = 1 WHERE tenant IS NULL",
                        "INSERT INTO entry VALUES (100, 2) ON CONFLICT (id) DO NOTHING",
                        "ERROR INSERT INTO entry VALUES (100, 2)")
                .afterwards(
                        "ERROR INSERT INTO entry VALUES (100, 1)",
                        "INSERT INTO entry VALUES (101, 7) ON CONFLICT (tenant, id) DO NOTHING",
                        "SELECT count(*) FROM pg_index WHERE indrelid = 'entry'::regclass -> 1");
    }

    /** Rows of other tables go on referencing the former key, which is unique from then on. */
    static PlanCase changeReferencedKey() {
        return PlanCase.named("change-referenced-key")
                .from(table("entry").required("code", "text"), lines("note", "note"))
                .to(
                        keyed(table("entry").required("code", "text").unique("uk_entry_id", "id"), "code"),
                        lines("note", "note"),
                        table("tag")
                                .nullable("code", "text")
                                .edit(t -> t.withForeignKeys(List.of(ForeignKey.of(
                                        "fk_tag", List.of("code"), QualifiedName.inPublic("entry"), List.of("code"))))))
                .rows("INSERT INTO entry VALUES (1, 'a'), (2, 'b')", "INSERT INTO note VALUES (1, 1), (2, 2)")
                .during(
                        "ERROR INSERT INTO note VALUES (3, 99)",
                        "INSERT INTO tag VALUES (1, 'a')",
                        "INSERT INTO entry VALUES (3, 'b')",
                        "GATE CLOSED",
                        "UPDATE entry SET code = 'c' WHERE id = 3",
                        "INSERT INTO note VALUES (3, 3)")
                .afterwards(
                        "ERROR INSERT INTO note VALUES (4, 99)",
                        "ERROR INSERT INTO entry VALUES (9, 'a')",
                        "ERROR INSERT INTO entry VALUES (3, 'z')",
                        "ERROR INSERT INTO tag VALUES (2, 'none')",
                        "DELETE FROM entry WHERE id = 2",
                        "SELECT count(*) FROM note -> 2")
                .rolledBack(
                        "ERROR INSERT INTO note VALUES (5, 99)",
                        "DELETE FROM entry WHERE id = 3",
                        "SELECT count(*) FROM note -> 1");
    }

    private static TableBuilder lines(String name, String key) {
        return table(name)
                .nullable("entry_id", "bigint")
                .foreignKey("fk_" + key, "entry_id", "entry", ReferentialAction.CASCADE);
    }
}
