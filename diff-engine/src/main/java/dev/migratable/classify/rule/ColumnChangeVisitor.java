package dev.migratable.classify.rule;

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

/** Says whether a change is about a column itself rather than about something that has columns. */
final class ColumnChangeVisitor implements Change.Visitor<Boolean> {

    @Override
    public Boolean visit(CreateTable change) {
        return false;
    }

    @Override
    public Boolean visit(DropTable change) {
        return false;
    }

    @Override
    public Boolean visit(RenameTable change) {
        return false;
    }

    @Override
    public Boolean visit(ChangeTableComment change) {
        return false;
    }

    @Override
    public Boolean visit(AddColumn change) {
        return true;
    }

    @Override
    public Boolean visit(DropColumn change) {
        return true;
    }

    @Override
    public Boolean visit(RenameColumn change) {
        return true;
    }

    @Override
    public Boolean visit(ChangeColumnType change) {
        return true;
    }

    @Override
    public Boolean visit(SetNotNull change) {
        return true;
    }

    @Override
    public Boolean visit(DropNotNull change) {
        return true;
    }

    @Override
    public Boolean visit(ChangeDefault change) {
        return true;
    }

    @Override
    public Boolean visit(ChangeIdentity change) {
        return true;
    }

    @Override
    public Boolean visit(ChangeGenerated change) {
        return true;
    }

    @Override
    public Boolean visit(ChangeCollation change) {
        return true;
    }

    @Override
    public Boolean visit(ChangeColumnComment change) {
        return true;
    }

    @Override
    public Boolean visit(AddPrimaryKey change) {
        return false;
    }

    @Override
    public Boolean visit(DropPrimaryKey change) {
        return false;
    }

    @Override
    public Boolean visit(AddUnique change) {
        return false;
    }

    @Override
    public Boolean visit(DropUnique change) {
        return false;
    }

    @Override
    public Boolean visit(AddForeignKey change) {
        return false;
    }

    @Override
    public Boolean visit(DropForeignKey change) {
        return false;
    }

    @Override
    public Boolean visit(AddCheck change) {
        return false;
    }

    @Override
    public Boolean visit(DropCheck change) {
        return false;
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
        return false;
    }

    @Override
    public Boolean visit(CreateSequence change) {
        return false;
    }

    @Override
    public Boolean visit(DropSequence change) {
        return false;
    }

    @Override
    public Boolean visit(ChangeSequence change) {
        return false;
    }

    @Override
    public Boolean visit(EnumTypeChange change) {
        return false;
    }

    @Override
    public Boolean visit(CompositeTypeChange change) {
        return false;
    }

    @Override
    public Boolean visit(SettingChange change) {
        return change.settingOf().isPresent();
    }

    @Override
    public Boolean visit(UnsupportedChange change) {
        return false;
    }
}
