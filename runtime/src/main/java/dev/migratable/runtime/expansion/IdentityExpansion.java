package dev.migratable.runtime.expansion;

import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.IdentitySql;
import dev.migratable.runtime.sql.IdentitySql.Source;
import dev.migratable.runtime.sql.SequenceSql;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.Identity;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes where a column's numbers come from: an identity comes, goes, takes the place of a default that draws from a
 * sequence, or leaves it to one. What counts on is set behind what counted, under the lock that keeps inserts out.
 */
final class IdentityExpansion {
    private static final String BY_HAND = "change it in a migration of its own";

    private final PlanContext context;
    private final PlanDraft draft;
    private final Counters counters;

    IdentityExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
        this.counters = new Counters(context);
    }

    void expand(ChangeIdentity change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        String column = change.column();
        if (context.renameTo(table, column).isPresent()
                || context.has(ChangeColumnType.class, table, c -> c.column().equals(column))) {
            draft.refuse(change, "the column is renamed or gets another type in the same migration", BY_HAND);
        } else if (change.from().isPresent() && change.to().isPresent()) {
            change(change, change.from().get(), change.to().get(), judged);
        } else if (change.to().isPresent()) {
            come(change, change.to().get(), judged);
        } else {
            go(change, change.from().orElseThrow(), judged);
        }
    }

    private void change(ChangeIdentity change, Identity from, Identity to, ClassifiedChange judged) {
        if (refusedByDirection(change, from.options(), to.options())) {
            return;
        }
        QualifiedName table = context.present(change.table());
        String column = change.column();
        Identity early = from;
        if (!from.options().equals(to.options())) {
            boolean narrows = to.options().minimum() > from.options().minimum()
                    || to.options().maximum() < from.options().maximum();
            draft.add(step(narrows ? Stage.TIGHTEN : Stage.LOOSEN_COLUMN, table, "counter", column, judged)
                    .purpose("Change the attributes of the counter behind " + table.display() + "." + column
                            + "; its present value stays")
                    .run(IdentitySql.setOptions(table, column, to.options()))
                    .undo(IdentitySql.setOptions(table, column, from.options()))
                    .effect(CatalogTest.identity(table, column)));
            early = narrows ? early : new Identity(early.always(), to.options());
        }
        if (from.always() != to.always()) {
            always(table, column, to.always(), judged);
            early = to.always() ? early : new Identity(false, early.options());
        }
        if (!early.equals(from)) {
            draft.expands(new ChangeIdentity(table, column, change.from(), Optional.of(early)));
        }
    }

    /** Values that old versions give are refused by ALWAYS, and only then. */
    private void always(QualifiedName table, String column, boolean always, ClassifiedChange judged) {
        draft.add(step(always ? Stage.TIGHTEN : Stage.LOOSEN_COLUMN, table, "generate", column, judged)
                .purpose(
                        always
                                ? "Let nobody choose values of " + table.display() + "." + column + " any more"
                                : "Let statements choose values of " + table.display() + "." + column)
                .run(IdentitySql.setGenerated(table, column, always))
                .undo(IdentitySql.setGenerated(table, column, !always))
                .effect(CatalogTest.identity(table, column, always)));
    }

    private boolean refusedByDirection(ChangeIdentity change, SequenceOptions from, SequenceOptions to) {
        boolean turns = from.increment() > 0 != to.increment() > 0;
        if (turns) {
            draft.refuse(
                    change,
                    "it would count the other way, through numbers that rows have",
                    "keep the sign of the increment");
        }
        return turns;
    }

    private void come(ChangeIdentity change, Identity to, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        String column = change.column();
        Optional<Sequence> old = counters.predecessor(change);
        if (old.isEmpty() && !counters.isUnique(table, column)) {
            draft.refuse(
                    change,
                    "running versions choose its values themselves, and no unique index on it alone keeps a number from "
                            + "being in two rows",
                    "make it the primary key, or unique, in a migration of its own first");
            return;
        }
        if (old.isPresent() && refusedByDirection(change, old.get().options(), to.options())) {
            return;
        }
        boolean late = counters.isExchangedLate(change);
        Identity first = late ? to : new Identity(false, to.options());
        Source source =
                old.<Source>map(s -> new Source.Sequence(s.name(), false)).orElseGet(Source.Rows::new);
        Optional<String> formerDefault = context.columnBefore(table, column).flatMap(Column::defaultValue);
        StepDraft step = step(late ? Stage.AFTER_KEY : Stage.EXCHANGE_COUNTER, table, "identity", column, judged)
                .purpose("Make " + table.display() + "." + column + " an identity column that goes on "
                        + old.map(s -> "where sequence " + s.name().display()
                                        + " is; a version that asks the sequence by its name gets numbers that the "
                                        + "identity gives out, too")
                                .orElse("behind the furthest value there is; a version that chooses numbers itself may "
                                        + "meet one that is taken, which the unique index refuses"))
                .run(IdentitySql.add(table, column, first, source))
                .effect(CatalogTest.identity(table, column));
        draft.add(step);
        if (old.isPresent()) {
            boolean up = old.get().options().increment() > 0;
            step.undo(IdentitySql.drop(
                    table,
                    column,
                    old.get().name(),
                    up,
                    List.of(ColumnSql.changeDefault(table, column, formerDefault))));
        } else {
            step.undo(IdentitySql.forget(table, column));
            formerDefault.ifPresent(d -> step.undo(ColumnSql.changeDefault(table, column, Optional.of(d))));
        }
        if (!late) {
            draft.expands(new ChangeIdentity(table, column, Optional.empty(), Optional.of(first)));
            if (to.always()) {
                always(table, column, true, judged);
            }
        }
    }

    private void go(ChangeIdentity change, Identity from, ClassifiedChange judged) {
        Optional<Sequence> successor = counters.successor(change);
        if (successor.isPresent()) {
            if (!refusedByDirection(change, from.options(), successor.get().options())) {
                leaveTo(change, from, successor.get(), judged);
            }
            return;
        }
        QualifiedName table = context.present(change.table());
        String column = change.column();
        QualifiedName kept =
                table.withName(Identifiers.fit(table.name() + "_" + column, "__counter_" + context.number()));
        QualifiedName parked =
                new QualifiedName(BookkeepingSql.PARKED_SCHEMA, Identifiers.parked(kept.name(), context.number()));
        Optional<String> defaultValue =
                context.after(table).flatMap(t -> t.column(column)).flatMap(Column::defaultValue);
        List<String> create = new ArrayList<>(List.of(SequenceSql.createAs(kept, from.options())));
        defaultValue.ifPresent(d -> create.add(ColumnSql.changeDefault(table, column, Optional.of(d))));
        draft.add(step(Stage.TIGHTEN, table, "no-identity", column, judged)
                .purpose("Number " + table.display() + "." + column
                        + " no more, which inserts of the old version relied upon; where its counter was is kept in "
                        + parked)
                .run(TableSql.createSchema(BookkeepingSql.PARKED_SCHEMA))
                .run(IdentitySql.drop(table, column, kept, from.options().increment() > 0, create))
                .run(TableSql.move("SEQUENCE", kept, parked))
                .undo(
                        TableSql.moveIfThere("SEQUENCE", parked, kept),
                        IdentitySql.add(table, column, from, new Source.Sequence(kept, true)))
                .effect(CatalogTest.not(CatalogTest.identity(table, column)), CatalogTest.sequence(parked)));
    }

    private void leaveTo(ChangeIdentity change, Identity from, Sequence sequence, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        String column = change.column();
        List<String> create = new ArrayList<>();
        boolean created = counters.creation(sequence).isPresent();
        counters.creation(sequence).ifPresent(c -> {
            create.add(SequenceSql.create(c.sequence()));
            if (c.sequence().ownedBy().isPresent()) {
                create.add(SequenceSql.own(c.sequence()));
            }
            create.add(IdentitySql.letWritersDraw(table, sequence.name()));
        });
        Optional<String> defaultValue =
                context.after(table).flatMap(t -> t.column(column)).flatMap(Column::defaultValue);
        create.add(ColumnSql.changeDefault(table, column, defaultValue));
        boolean up = sequence.options().increment() > 0;
        draft.add(step(Stage.EXCHANGE_COUNTER, table, "sequence", column, judged)
                .purpose("Number " + table.display() + "." + column + " by sequence "
                        + sequence.name().display() + ", which goes on where the identity is")
                .run(IdentitySql.drop(table, column, sequence.name(), up, create))
                .undo(IdentitySql.add(table, column, from, new Source.Sequence(sequence.name(), created)))
                .effect(
                        CatalogTest.not(CatalogTest.identity(table, column)),
                        CatalogTest.hasDefault(table, column),
                        CatalogTest.sequence(sequence.name())));
        draft.expands(new ChangeIdentity(table, column, change.from(), Optional.empty()));
    }

    private static StepDraft step(
            Stage stage, QualifiedName table, String what, String column, ClassifiedChange judged) {
        return StepDraft.of(stage, table, what + "-" + table.name() + "-" + column)
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE);
    }
}
