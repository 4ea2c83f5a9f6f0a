package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.Column;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import java.util.List;
import java.util.Optional;

/** Evolutions of partitioned tables, which are created by hand. */
final class PartitionCases {

    private PartitionCases() {}

    static PlanCase partitions() {
        return PlanCase.named("partitions")
                .from(table("kind"), event(), partition(1, columns("event_1")), partition(2, columns("event_2")))
                .to(
                        table("kind"),
                        event().nullable("note", "text").check("ck_event", "id >= 0"),
                        partition(2, columns("event_2").nullable("note", "text")),
                        partition(3, columns("event_3").nullable("note", "text")))
                .retired("event_1")
                .rows(
                        "CREATE TABLE event (id bigint PRIMARY KEY, kind bigint NOT NULL CONSTRAINT fk_kind REFERENCES kind)"
                                + " PARTITION BY RANGE (id)",
                        "CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (1000)",
                        "CREATE TABLE event_2 PARTITION OF event FOR VALUES FROM (1000) TO (2000)",
                        "INSERT INTO kind VALUES (1), (2)",
                        "INSERT INTO event SELECT n * 100, 1 FROM generate_series(0, 19) AS n")
                .during(
                        "INSERT INTO event VALUES (1, 2)",
                        "INSERT INTO event (id, kind, note) VALUES (1001, 2, 'new')",
                        "SELECT count(*) FROM event_3 -> 0",
                        "SELECT count(*) FROM event -> 22")
                .afterwards(
                        "ERROR INSERT INTO event VALUES (2, 1)",
                        "INSERT INTO event VALUES (1002, 1)",
                        "SELECT count(*) FROM event -> 12",
                        "SELECT count(*) FROM migratable_parked.event_1__parked_0002 -> 11")
                .rolledBack("SELECT count(*) FROM event -> 23", "INSERT INTO event VALUES (2, 1)");
    }

    private static TableBuilder event() {
        return columns("event")
                .edit(t -> t.withPrimaryKey(Optional.of(PrimaryKey.of("event_pkey", List.of("id")))))
                .foreignKey("fk_kind", "kind", "kind", ReferentialAction.NO_ACTION)
                .edit(t -> t.withOptions(
                        new TableOptions(false, Optional.of("RANGE (id)"), Optional.empty(), Optional.empty())));
    }

    private static TableBuilder columns(String name) {
        return TableBuilder.of(Table.of(
                QualifiedName.inPublic(name),
                List.of(
                        Column.of("id", SqlType.parse("bigint"), false),
                        Column.of("kind", SqlType.parse("bigint"), false)),
                Optional.empty()));
    }

    /** Has its parent's keys and checks, and a catalog does not say so of it. */
    private static TableBuilder partition(int number, TableBuilder table) {
        String bound = "FOR VALUES FROM ('" + (number - 1) * 1_000 + "') TO ('" + number * 1_000 + "')";
        return table.edit(t -> t.withOptions(new TableOptions(
                false, Optional.empty(), Optional.of(QualifiedName.inPublic("event")), Optional.of(bound))));
    }
}
