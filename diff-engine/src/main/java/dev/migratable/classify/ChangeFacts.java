package dev.migratable.classify;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.ChangeSequence;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.ColumnDependents;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropSequence;
import dev.migratable.change.DropTable;
import dev.migratable.change.DropUnique;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.SettingChange;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.Index;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes what the plain statement of a change does on the server. Locks, rewrites and scans are those measured on
 * PostgreSQL 15.18 and 18.6; the tests measure them again.
 */
final class ChangeFacts implements Change.Visitor<Facts> {

    private final ClassificationContext context;

    private ChangeFacts(ClassificationContext context) {
        this.context = context;
    }

    /** Computes the facts of a change in the schema {@code context.current()}, where renames before it are done. */
    static Facts of(Change change, ClassificationContext context) {
        return of(change, context, TableLinks.of(context.current()));
    }

    /** Computes the same with the links of {@code context.current()}. */
    static Facts of(Change change, ClassificationContext context, TableLinks links) {
        Facts facts = change.accept(new ChangeFacts(context));
        return facts.locking(OtherLocks.of(change, facts.lock(), links, context.serverVersion()));
    }

    private static Facts tightening(LockMode lock) {
        return Facts.instant(lock).scanning().failingOnData().breakingOld();
    }

    private Optional<Column> column(QualifiedName table, String column) {
        return context.current().table(table).flatMap(t -> t.column(column));
    }

    /** A column that the same changes add without a value: no row can violate a constraint on it. */
    private boolean isNewAndNull(QualifiedName table, String column) {
        boolean empty = context.desired()
                .table(table)
                .flatMap(t -> t.column(column))
                .filter(c -> c.nullable()
                        && c.defaultValue().isEmpty()
                        && c.generated().isEmpty())
                .isPresent();
        return empty
                && column(table, column).isEmpty()
                && context.declarations().backfill(table, column).isEmpty();
    }

    private List<String> lossesOf(DropColumn change) {
        String name = change.column().name();
        List<String> losses = new ArrayList<>();
        losses.add("the values of " + name);
        context.current().table(change.table()).ifPresent(t -> losses.addAll(silentLosses(t, name)));
        return losses;
    }

    /** What goes with a column without CASCADE and without a notice. */
    private static List<String> silentLosses(Table table, String column) {
        ColumnDependents dependents = ColumnDependents.of(table, column);
        List<String> losses = new ArrayList<>();
        dependents.primaryKey().ifPresent(k -> losses.add("primary key " + k.name()));
        dependents.uniqueConstraints().stream()
                .map(UniqueConstraint::name)
                .forEach(n -> losses.add("unique constraint " + n));
        dependents.checkConstraints().stream().map(CheckConstraint::name).forEach(n -> losses.add("check " + n));
        dependents.foreignKeys().forEach(f -> losses.add("foreign key " + f.name()));
        dependents.indexes().stream().map(Index::name).forEach(n -> losses.add("index " + n));
        return losses;
    }

    @Override
    public Facts visit(CreateTable change) {
        return Facts.instant(LockMode.NONE).neededByNew();
    }

    @Override
    public Facts visit(DropTable change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE)
                .breakingOld()
                .losing(List.of("every row of " + change.table().display()));
    }

    @Override
    public Facts visit(RenameTable change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld().neededByNew();
    }

    @Override
    public Facts visit(ChangeTableComment change) {
        return Facts.instant(LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public Facts visit(AddColumn change) {
        return AddColumnFacts.of(change, context);
    }

    @Override
    public Facts visit(DropColumn change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld().losing(lossesOf(change));
    }

    @Override
    public Facts visit(RenameColumn change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld().neededByNew();
    }

    @Override
    public Facts visit(ChangeColumnType change) {
        return TypeChangeFacts.of(change, context);
    }

    @Override
    public Facts visit(SetNotNull change) {
        boolean proved = context.current()
                .table(change.table())
                .filter(t -> ProvedNotNull.isProved(t, change.column()))
                .isPresent();
        Facts facts = Facts.instant(LockMode.ACCESS_EXCLUSIVE);
        return proved ? facts : facts.scanning().failingOnData().breakingOld();
    }

    @Override
    public Facts visit(DropNotNull change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld().neededByNew();
    }

    @Override
    public Facts visit(ChangeDefault change) {
        Facts facts = Facts.instant(LockMode.ACCESS_EXCLUSIVE);
        boolean required = column(change.table(), change.column())
                .filter(c -> !c.nullable())
                .isPresent();
        boolean missed = change.to().isEmpty() && required;
        return missed ? facts.breakingOld() : facts;
    }

    @Override
    public Facts visit(ChangeIdentity change) {
        Facts facts = Facts.instant(LockMode.ACCESS_EXCLUSIVE);
        boolean refusesValues = change.to().filter(i -> i.always()).isPresent()
                && change.from().filter(i -> i.always()).isEmpty();
        return change.to().isEmpty() || refusesValues ? facts.breakingOld() : facts.neededByNew();
    }

    @Override
    public Facts visit(ChangeGenerated change) {
        Facts facts = Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld();
        boolean stored = change.to().filter(g -> g.stored()).isPresent();
        return stored
                ? facts.rewriting()
                        .rebuilding(context.current()
                                .table(change.table())
                                .map(TypeChangeFacts::all)
                                .orElse(List.of()))
                : facts;
    }

    @Override
    public Facts visit(ChangeCollation change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE)
                .rebuilding(context.current()
                        .table(change.table())
                        .map(t -> TypeChangeFacts.rebuiltByCollation(t, change.column()))
                        .orElse(List.of()));
    }

    @Override
    public Facts visit(ChangeColumnComment change) {
        return Facts.instant(LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public Facts visit(AddPrimaryKey change) {
        return tightening(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(DropPrimaryKey change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld();
    }

    @Override
    public Facts visit(AddUnique change) {
        boolean distinct = !change.constraint().nullsNotDistinct()
                && change.constraint().columns().stream().anyMatch(c -> isNewAndNull(change.table(), c));
        return distinct ? Facts.instant(LockMode.ACCESS_EXCLUSIVE).scanning() : tightening(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(DropUnique change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld();
    }

    @Override
    public Facts visit(AddForeignKey change) {
        if (!change.foreignKey().validated()) {
            return Facts.instant(LockMode.SHARE_ROW_EXCLUSIVE).breakingOld();
        }
        boolean allNull = !change.foreignKey().matchFull()
                && change.foreignKey().columns().stream().anyMatch(c -> isNewAndNull(change.table(), c));
        Facts facts = Facts.instant(LockMode.SHARE_ROW_EXCLUSIVE).scanning();
        return allNull ? facts : facts.failingOnData().breakingOld();
    }

    @Override
    public Facts visit(DropForeignKey change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(AddCheck change) {
        if (!change.constraint().validated()) {
            return Facts.instant(LockMode.ACCESS_EXCLUSIVE).breakingOld();
        }
        if (WidenedCheck.isWider(change, context)) {
            boolean same = WidenedCheck.added(change, context).isEmpty();
            Facts facts = Facts.instant(LockMode.ACCESS_EXCLUSIVE).scanning();
            return same ? facts : facts.breakingOld();
        }
        boolean holds = NullCheck.passes(change.constraint().expression(), c -> isNewAndNull(change.table(), c));
        return holds ? Facts.instant(LockMode.ACCESS_EXCLUSIVE).scanning() : tightening(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(DropCheck change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(ValidateConstraint change) {
        return Facts.instant(LockMode.SHARE_UPDATE_EXCLUSIVE).scanning().failingOnData();
    }

    @Override
    public Facts visit(CreateIndex change) {
        return change.index().unique()
                ? tightening(LockMode.SHARE)
                : Facts.instant(LockMode.SHARE).scanning();
    }

    @Override
    public Facts visit(DropIndex change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(CreateSequence change) {
        return Facts.instant(LockMode.NONE).neededByNew();
    }

    @Override
    public Facts visit(DropSequence change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE)
                .breakingOld()
                .losing(List.of("the counter of " + change.table().display()));
    }

    @Override
    public Facts visit(ChangeSequence change) {
        Facts facts = Facts.instant(LockMode.SHARE_ROW_EXCLUSIVE);
        boolean stepChanges =
                change.from().options().increment() != change.to().options().increment();
        return stepChanges ? facts.breakingOld().neededByNew() : facts;
    }

    @Override
    public Facts visit(EnumTypeChange change) {
        return change.accept(new EnumTypeFacts());
    }

    @Override
    public Facts visit(CompositeTypeChange change) {
        return change.accept(new CompositeTypeFacts());
    }

    @Override
    public Facts visit(SettingChange change) {
        return change.accept(new SettingFacts(context));
    }

    @Override
    public Facts visit(UnsupportedChange change) {
        if (change.added().isEmpty()) {
            return Facts.instant(change.dropped().isPresent() ? LockMode.ACCESS_EXCLUSIVE : LockMode.NONE);
        }
        ExclusionConstraint added = change.added().get();
        LockMode lock = added.referencedTable().isPresent() ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        return added.isChecked() ? tightening(lock) : Facts.instant(lock);
    }
}
