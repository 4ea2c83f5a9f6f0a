package dev.migratable.diff;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeColumns;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.ChangeSequence;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropCompositeType;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropEnumValue;
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
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import java.util.List;
import java.util.Set;

/** Says whether a change only removes what the model does not speak of. */
final class LeftoverVisitor implements Change.Visitor<Boolean> {

    private final Model desired;
    private final Set<Object> replaced;

    /**
     * Prepares the visits of one list of changes.
     *
     * @param desired the model
     * @param replaced what the list puts in the place of something else
     */
    LeftoverVisitor(Model desired, Set<Object> replaced) {
        this.desired = desired;
        this.replaced = replaced;
    }

    private boolean keeps(Change drop, List<String> columns, Object... places) {
        Declarations declared = desired.declarations();
        boolean retired =
                declared.isRetired(drop.table()) || columns.stream().anyMatch(c -> declared.isRetired(drop.table(), c));
        return !retired && !Set.of(places).stream().anyMatch(replaced::contains);
    }

    @Override
    public Boolean visit(CreateTable change) {
        return false;
    }

    @Override
    public Boolean visit(DropTable change) {
        return !desired.declarations().isRetired(change.table());
    }

    @Override
    public Boolean visit(RenameTable change) {
        return false;
    }

    @Override
    public Boolean visit(ChangeTableComment change) {
        return change.to().isEmpty();
    }

    @Override
    public Boolean visit(AddColumn change) {
        return false;
    }

    @Override
    public Boolean visit(DropColumn change) {
        return !desired.declarations().isRetired(change.table(), change.column().name());
    }

    @Override
    public Boolean visit(RenameColumn change) {
        return false;
    }

    @Override
    public Boolean visit(ChangeColumnType change) {
        return false;
    }

    @Override
    public Boolean visit(SetNotNull change) {
        return false;
    }

    @Override
    public Boolean visit(DropNotNull change) {
        return false;
    }

    @Override
    public Boolean visit(ChangeDefault change) {
        return change.to().isEmpty() && !replaced.contains(new ColumnName(change.table(), change.column()));
    }

    @Override
    public Boolean visit(ChangeIdentity change) {
        return change.to().isEmpty() && change.from().filter(i -> i.always()).isEmpty();
    }

    @Override
    public Boolean visit(ChangeGenerated change) {
        return false;
    }

    @Override
    public Boolean visit(ChangeCollation change) {
        return change.to().isEmpty();
    }

    @Override
    public Boolean visit(ChangeColumnComment change) {
        return change.to().isEmpty();
    }

    @Override
    public Boolean visit(AddPrimaryKey change) {
        return false;
    }

    @Override
    public Boolean visit(DropPrimaryKey change) {
        return keeps(change, change.primaryKey().columns(), List.of(change.table(), "primary key"));
    }

    @Override
    public Boolean visit(AddUnique change) {
        return false;
    }

    @Override
    public Boolean visit(DropUnique change) {
        return keeps(
                change,
                change.constraint().columns(),
                OwnedScope.onColumns(change, change.constraint().columns()),
                OwnedScope.named(change, change.constraint().name()));
    }

    @Override
    public Boolean visit(AddForeignKey change) {
        return false;
    }

    @Override
    public Boolean visit(DropForeignKey change) {
        return !desired.declarations().isRetired(change.foreignKey().referencedTable())
                && keeps(
                        change,
                        change.foreignKey().columns(),
                        List.of(
                                change.table(),
                                "foreign key",
                                Set.copyOf(change.foreignKey().columns())),
                        OwnedScope.named(change, change.foreignKey().name()));
    }

    @Override
    public Boolean visit(AddCheck change) {
        return false;
    }

    @Override
    public Boolean visit(DropCheck change) {
        return keeps(
                change,
                List.copyOf(OwnedScope.mentioned(change.constraint().expression())),
                List.of(
                        change.table(),
                        "check",
                        OwnedScope.mentioned(change.constraint().expression())),
                OwnedScope.named(change, change.constraint().name()));
    }

    @Override
    public Boolean visit(ValidateConstraint change) {
        return false;
    }

    @Override
    public Boolean visit(CreateIndex change) {
        return false;
    }

    @Override
    public Boolean visit(DropIndex change) {
        return keeps(
                change,
                ChangeColumns.of(change),
                OwnedScope.onColumns(change, ChangeColumns.of(change)),
                OwnedScope.named(change, change.index().name()));
    }

    @Override
    public Boolean visit(CreateSequence change) {
        return false;
    }

    @Override
    public Boolean visit(DropSequence change) {
        return true;
    }

    @Override
    public Boolean visit(ChangeSequence change) {
        return change.to().ownedBy().isEmpty()
                && change.from().ownedBy().isPresent()
                && change.from().options().equals(change.to().options());
    }

    /** A type, or a value, that the model does not speak of may be somebody else's. */
    @Override
    public Boolean visit(EnumTypeChange change) {
        return change instanceof DropEnumType || change instanceof DropEnumValue;
    }

    @Override
    public Boolean visit(CompositeTypeChange change) {
        return change instanceof DropCompositeType;
    }

    /** There is none unless the desired side speaks of such things. */
    @Override
    public Boolean visit(SettingChange change) {
        return false;
    }

    @Override
    public Boolean visit(UnsupportedChange change) {
        return desired.schema()
                .table(change.table())
                .filter(t -> Unsupported.isBeyondModel(change, t))
                .isPresent();
    }
}
