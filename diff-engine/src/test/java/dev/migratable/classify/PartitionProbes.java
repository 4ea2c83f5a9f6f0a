package dev.migratable.classify;

import static dev.migratable.classify.ProbeCase.PARENT;
import static dev.migratable.classify.ProbeCase.PART;
import static dev.migratable.classify.ProbeCase.PARTED;
import static dev.migratable.classify.ProbeCase.column;
import static dev.migratable.classify.ProbeCase.probe;
import static dev.migratable.classify.ProbeCase.type;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.DropTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SetNotNull;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/** Holds what happens to a partitioned table, whose partitions are locked with it. */
final class PartitionProbes {

    private static final Optional<String> NONE = Optional.empty();
    private static final String ROW = "INSERT INTO parted VALUES (1, 'b', ";

    private PartitionProbes() {}

    static List<ProbeCase> all(Schema schema) {
        Table parted = schema.table(PARTED).orElseThrow();
        ForeignKey key = ForeignKey.of("f", List.of("n"), PARENT, List.of("id"));
        CheckConstraint check = parted.checkConstraints().get(0);
        Index index = parted.indexes().get(0);
        return List.of(
                probe(new AddColumn(PARTED, column("int")), "ALTER TABLE parted ADD x int"),
                probe(
                        new AddColumn(PARTED, column("float8").withDefault(Optional.of("random()"))),
                        "ALTER TABLE parted ADD x float8 DEFAULT random()"),
                probe(new DropColumn(PARTED, column("int").withName("n")), "ALTER TABLE parted DROP n"),
                probe(new DropColumn(PARTED, column("int").withName("pid")), "ALTER TABLE parted DROP pid"),
                probe(new RenameColumn(PARTED, "n", "m"), "ALTER TABLE parted RENAME n TO m"),
                type(PARTED, "v", "varchar(10)", "varchar(20)"),
                type(PARTED, "n", "int", "bigint"),
                probe(new SetNotNull(PARTED, "v"), "ALTER TABLE parted ALTER v SET NOT NULL")
                        .failingAfter("INSERT INTO parted (k) VALUES (1)"),
                probe(new DropNotNull(PARTED, "k"), "ALTER TABLE parted ALTER k DROP NOT NULL"),
                probe(
                        new ChangeDefault(PARTED, "n", NONE, Optional.of("1")),
                        "ALTER TABLE parted ALTER n SET DEFAULT 1"),
                probe(new ChangeTableComment(PARTED, NONE, Optional.of("c")), "COMMENT ON TABLE parted IS 'c'"),
                probe(
                        new ChangeColumnComment(PARTED, "n", NONE, Optional.of("c")),
                        "COMMENT ON COLUMN parted.n IS 'c'"),
                probe(new RenameTable(PARTED, PARTED.withName("p2")), "ALTER TABLE parted RENAME TO p2"),
                probe(
                                new AddPrimaryKey(PARTED, PrimaryKey.of("parted_pkey", List.of("k"))),
                                "ALTER TABLE parted ADD PRIMARY KEY (k)")
                        .failingAfter(ROW + "1, 1)"),
                probe(
                                new AddPrimaryKey(PARTED, PrimaryKey.of("parted_pkey", List.of("k", "n"))),
                                "ALTER TABLE parted ADD PRIMARY KEY (k, n)")
                        .failingAfter("INSERT INTO parted (k) VALUES (1)"),
                probe(
                                new AddUnique(PARTED, UniqueConstraint.of("u", List.of("k"))),
                                "ALTER TABLE parted ADD UNIQUE (k)")
                        .failingAfter(ROW + "1, 1)"),
                probe(new AddForeignKey(PARTED, key), "ALTER TABLE parted ADD FOREIGN KEY (n) REFERENCES parent")
                        .failingAfter(ROW + "9999, 1)"),
                probe(
                        new DropForeignKey(PARTED, parted.foreignKeys().get(0)),
                        "ALTER TABLE parted DROP CONSTRAINT parted_fk"),
                probe(
                                new AddCheck(PARTED, new CheckConstraint("c", "n < 9", true)),
                                "ALTER TABLE parted ADD CHECK (n < 9)")
                        .failingAfter(ROW + "10, 1)"),
                probe(new DropCheck(PARTED, check), "ALTER TABLE parted DROP CONSTRAINT parted_n"),
                probe(new CreateIndex(PARTED, Index.of("i", false, List.of("n"))), "CREATE INDEX i ON parted (n)"),
                probe(new DropIndex(PARTED, index), "DROP INDEX parted_v"),
                probe(
                        new CreateTable(partition(schema.table(PART).orElseThrow())),
                        "CREATE TABLE parted_next (k int NOT NULL, v varchar(10), n int CONSTRAINT parted_n CHECK (n > 0),"
                                + " pid int, CHECK (k >= 2000 AND k < 3000));"
                                + " ALTER TABLE parted ATTACH PARTITION parted_next FOR VALUES FROM (2000) TO (3000)"),
                probe(new DropTable(schema.table(PART).orElseThrow()), "DROP TABLE parted_low"),
                probe(new DropTable(parted), "DROP TABLE parted"));
    }

    private static Table partition(Table sibling) {
        TableOptions options = new TableOptions(
                false, Optional.empty(), Optional.of(PARTED), Optional.of("FOR VALUES FROM (2000) TO (3000)"));
        return sibling.withName(PARTED.withName("parted_next"))
                .withForeignKeys(List.of())
                .withOptions(options);
    }
}
