package dev.migratable.classify;

import static dev.migratable.classify.ProbeCase.CHILD;
import static dev.migratable.classify.ProbeCase.HEAP;
import static dev.migratable.classify.ProbeCase.PARENT;
import static dev.migratable.classify.ProbeCase.SEQUENCE;
import static dev.migratable.classify.ProbeCase.T;
import static dev.migratable.classify.ProbeCase.probe;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.ChangeSequence;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropSequence;
import dev.migratable.change.DropTable;
import dev.migratable.change.DropUnique;
import dev.migratable.change.RenameTable;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what happens to constraints, indexes, tables and sequences. */
final class RelationProbes {

    private static final int SET_COLUMNS_VERSION = 15;
    private static final int NOT_ENFORCED_VERSION = 18;
    private static final QualifiedName BOOKING = QualifiedName.inPublic("booking");

    private RelationProbes() {}

    static List<ProbeCase> constraints(Schema schema) {
        ForeignKey key = ForeignKey.of("f", List.of("pid"), PARENT, List.of("id"));
        ForeignKey late = new ForeignKey(
                "f",
                key.columns(),
                PARENT,
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                false,
                key.deferrability(),
                false);
        Table t = schema.table(T).orElseThrow();
        CheckConstraint check = t.checkConstraints().get(0);
        return List.of(
                probe(
                                new AddPrimaryKey(HEAP, PrimaryKey.of("heap_pkey", List.of("id"))),
                                "ALTER TABLE heap ADD PRIMARY KEY (id)")
                        .failingAfter("INSERT INTO heap VALUES (1)"),
                probe(new DropPrimaryKey(T, t.primaryKey().orElseThrow()), "ALTER TABLE t DROP CONSTRAINT t_pkey"),
                probe(new AddUnique(T, UniqueConstraint.of("u", List.of("vc"))), "ALTER TABLE t ADD UNIQUE (vc)")
                        .failingOn("vc", "'a1'"),
                probe(new DropUnique(T, t.uniqueConstraints().get(0)), "ALTER TABLE t DROP CONSTRAINT t_u"),
                probe(new AddForeignKey(T, key), "ALTER TABLE t ADD FOREIGN KEY (pid) REFERENCES parent")
                        .failingOn("pid", "9999"),
                probe(new AddForeignKey(T, late), "ALTER TABLE t ADD FOREIGN KEY (pid) REFERENCES parent NOT VALID"),
                probe(
                        new DropForeignKey(
                                CHILD,
                                schema.table(CHILD).orElseThrow().foreignKeys().get(0)),
                        "ALTER TABLE child DROP CONSTRAINT child_fk"),
                probe(new AddCheck(T, new CheckConstraint("c", "n < 5000", true)), "ALTER TABLE t ADD CHECK (n < 5000)")
                        .failingOn("n", "6000"),
                probe(
                        new AddCheck(T, new CheckConstraint("c", "n > 0", false)),
                        "ALTER TABLE t ADD CHECK (n > 0) NOT VALID"),
                probe(new DropCheck(T, check), "ALTER TABLE t DROP CONSTRAINT " + check.name()),
                probe(new ValidateConstraint(T, "t_late"), "ALTER TABLE t VALIDATE CONSTRAINT t_late")
                        .failingAfter(
                                "ALTER TABLE t DROP CONSTRAINT t_late; INSERT INTO t (id, proved, n) VALUES (0, 1, -1); ALTER TABLE t ADD CONSTRAINT t_late CHECK (n > 0) NOT VALID"),
                probe(new ValidateConstraint(T, "t_late_fk"), "ALTER TABLE t VALIDATE CONSTRAINT t_late_fk")
                        .failingAfter(
                                "ALTER TABLE t DROP CONSTRAINT t_late_fk; INSERT INTO t (id, proved, free) VALUES (0, 1, 9999); ALTER TABLE t ADD CONSTRAINT t_late_fk FOREIGN KEY (free) REFERENCES parent NOT VALID"));
    }

    /** Constraints that are compared and not planned, whose statements a person runs. */
    static List<ProbeCase> unplanned(int version) {
        String reference = "FOREIGN KEY (pid) REFERENCES public.parent(id)";
        List<ProbeCase> probes = new ArrayList<>(List.of(
                adding(HEAP, "EXCLUDE USING btree (id WITH =)").failingAfter("INSERT INTO heap VALUES (1)"),
                adding(T, "CHECK (n < 5000) NO INHERIT").failingOn("n", "6000"),
                adding(T, "CHECK (n < 5) NO INHERIT NOT VALID"),
                dropping(T, "t_late", "CHECK ((n > 0)) NO INHERIT NOT VALID"),
                dropping(CHILD, "child_fk", reference)));
        if (version >= SET_COLUMNS_VERSION) {
            probes.add(adding(T, reference + " ON DELETE SET NULL (pid)").failingOn("pid", "9999"));
        }
        if (version >= NOT_ENFORCED_VERSION) {
            probes.add(adding(T, "CHECK (n < 5) NOT ENFORCED"));
            probes.add(adding(T, reference + " NOT ENFORCED"));
            probes.add(adding(BOOKING, "UNIQUE (room, during WITHOUT OVERLAPS)")
                    .failingAfter("INSERT INTO booking SELECT room, during FROM booking"));
        }
        return probes;
    }

    private static ProbeCase dropping(QualifiedName table, String name, String definition) {
        ExclusionConstraint constraint = new ExclusionConstraint(name, definition);
        return probe(
                new UnsupportedChange(table, "x", "X", Optional.empty(), Optional.of(constraint)),
                "ALTER TABLE " + table.name() + " DROP CONSTRAINT " + name);
    }

    private static ProbeCase adding(QualifiedName table, String definition) {
        return probe(
                new UnsupportedChange(
                        table, "x", "X", Optional.of(new ExclusionConstraint("x", definition)), Optional.empty()),
                "ALTER TABLE " + table.name() + " ADD CONSTRAINT x " + definition);
    }

    static List<ProbeCase> relations(Schema schema) {
        Table t = schema.table(T).orElseThrow();
        Sequence sequence = schema.sequence(SEQUENCE).orElseThrow();
        SequenceOptions options = sequence.options();
        Sequence wider = new Sequence(
                SEQUENCE,
                sequence.type(),
                new SequenceOptions(1, 50, options.minimum(), options.maximum(), 1, false),
                Optional.empty());
        return List.of(
                probe(new CreateIndex(T, Index.of("i", false, List.of("n"))), "CREATE INDEX i ON t (n)"),
                probe(new CreateIndex(T, Index.of("i", true, List.of("vc"))), "CREATE UNIQUE INDEX i ON t (vc)")
                        .failingOn("vc", "'a1'"),
                probe(
                        new DropIndex(
                                T,
                                t.indexes().stream()
                                        .filter(i -> i.name().equals("t_ts"))
                                        .findFirst()
                                        .orElseThrow()),
                        "DROP INDEX t_ts"),
                probe(new RenameTable(HEAP, HEAP.withName("heap2")), "ALTER TABLE heap RENAME TO heap2"),
                probe(new DropTable(schema.table(HEAP).orElseThrow()), "DROP TABLE heap"),
                probe(new DropTable(schema.table(CHILD).orElseThrow()), "DROP TABLE child"),
                probe(new ChangeSequence(sequence, wider), "ALTER SEQUENCE counter INCREMENT 50"),
                probe(new DropSequence(sequence), "DROP SEQUENCE counter"));
    }
}
